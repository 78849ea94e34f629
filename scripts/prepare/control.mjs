import { createServer } from "node:http";

/**
 * Lets browser tests play fate with the processes: POST /web/kill (SIGKILL, it comes back by itself), /redis/stop, /redis/start;
 * GET / tells the process ids. It answers when the deed is done; that a started process serves again is for the test to await.
 * @param {import("./household.mjs").Household} household
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function openControl(household) {
  const server = createServer(async (request, response) => {
    const [, name, deed] = (request.url ?? "").split("/");
    const child = household.members().find((each) => each.name === name);
    if (request.method === "POST" && child && (await act(child, deed))) return response.writeHead(204).end();
    if (request.method === "GET" && !name) {
      const pids = Object.fromEntries(household.members().map((each) => [each.name, each.pid()]));
      return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(pids));
    }
    return response.writeHead(404).end(`No such process or deed: ${request.url}\n`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the system told no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * @param {import("./children.mjs").Child} child
 * @param {string | undefined} deed
 * @returns {Promise<boolean>} false when there is no such deed
 */
async function act(child, deed) {
  if (deed === "start") child.start();
  else if (deed === "stop") await child.stop();
  else if (deed === "kill") {
    const ended = child.ended();
    child.kill();
    await ended;
  } else return false;
  return true;
}
