import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerTrpc } from "@alcoves/api";
import type { Config } from "@alcoves/config";
import { createServices } from "@alcoves/core";
import { renderImage } from "@alcoves/media/image";
import { createOriginReader, createRestApp } from "@alcoves/rest";
import { getRequestListener } from "@hono/node-server";

/** Serves the machine routes of an instance, without pages. @param port 0 for any */
export async function serve(config: Config, port: number) {
  const services = await createServices(config, { log: silent, renderImage });
  const { app, routes } = createRestApp({
    services,
    // A bearer token, or the bare id of a session: sealing cookies is the web app's part.
    async readCredentials(headers) {
      const token = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1];
      if (token) return { token };
      const sessionId = /(?:^|; )test\.session=([^;]+)/.exec(headers.cookie ?? "")?.[1];
      return sessionId ? { sessionId } : null;
    },
    answerTrpc,
    origin: config.origin,
    allowedOrigins: config.allowedOrigins,
    readOrigin: createOriginReader(config.trustedProxies),
    version: "test",
  });
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    services,
    app,
    routes,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a server that listens on TCP has one
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await services.close();
    },
  };
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };
