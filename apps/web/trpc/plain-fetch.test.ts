import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { plainFetch } from "./plain-fetch.ts";

const sentence = "The server does not answer.";

async function serve(contentType: string, body: string, status = 200): Promise<string> {
  const server = createServer((_, response) =>
    response.writeHead(status, { "content-type": contentType }).end(body),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
}

test("a server that is not there is told in a sentence", async () => {
  await expect(plainFetch(sentence)("http://127.0.0.1:9/")).rejects.toThrow(sentence);
});

test("a proxy's page instead of an answer is told in the same sentence", async () => {
  const url = await serve("text/html", "<h1>502 Bad Gateway</h1>", 502);
  await expect(plainFetch(sentence)(url)).rejects.toThrow(sentence);
});

test("an answer is handed on, a refusal too", async () => {
  const url = await serve("application/json", '{"error":1}', 404);
  const answer = await plainFetch(sentence)(url);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ error: 1 });
});

test("what was aborted is not blamed on the server", async () => {
  const abort = new AbortController();
  abort.abort();
  const failed = plainFetch(sentence)("http://127.0.0.1:9/", { signal: abort.signal });
  await expect(failed).rejects.toThrow(/abort/i);
});
