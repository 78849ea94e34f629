import { createServer } from "node:http";
import { checkHealth, type Services } from "@alcoves/core";

/** The worker's signs of life, on a port of its own. @param port 0 for none */
export function startHealth(services: Services, port: number): { stop(): Promise<void> } {
  if (port === 0) return { stop: async () => {} };
  const server = createServer((_request, response) => {
    void checkHealth(services).then((health) => {
      response.writeHead(health.ready ? 200 : 503, { "content-type": "application/json" });
      response.end(JSON.stringify(health));
    });
  });
  server.listen(port);
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
