import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { closingInOrder, graceMs } from "./close.ts";

async function serve(answer: RequestListener) {
  const server = createServer();
  const close = closingInOrder(server);
  server.on("request", answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { close, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

it("lets an answer that is under way finish", async () => {
  const { close, url } = await serve((_request, response) => {
    setTimeout(() => response.end("whole"), 300);
  });
  const answer = fetch(url).then((response) => response.text());
  await new Promise((resolve) => setTimeout(resolve, 100));
  await close();
  expect(await answer).toBe("whole");
});

it("ends event streams at once, for they never finish by themselves", async () => {
  const { close, url } = await serve((_request, response) => {
    response.setHeader("x-other", "1");
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: 1\n\n");
  });
  const stream = (await fetch(url)).text().catch(() => "cut");
  const startedAt = performance.now();
  await close();
  expect(performance.now() - startedAt).toBeLessThan(graceMs);
  expect(await stream).toBe("cut");
});
