import { uploadFile } from "@alcoves/testing/upload";
import { enterApp } from "./app-under-test.ts";
import { startBareServer } from "./bare-server.ts";
import { compare } from "./compare.ts";
import { requestsPerSecond } from "./load.ts";

const app = await enterApp();
const fileId = await uploadFile(Buffer.from("a small file"), { ...app, name: "small.txt" });
const input = encodeURIComponent(JSON.stringify({ json: { libraryId: app.libraryId, fileIds: [fileId] } }));
const bare = await startBareServer("query", [app.databaseUrl, fileId]);

await compare({
  id: "R11",
  ours: "a tRPC query: sealed cookie, session, access, one indexed row",
  comparator: "bare node:http + pg, the same row",
  gate: 0.25,
  goal: 0.5,
  unit: "requests/s",
  measureComparator: () => requestsPerSecond(bare.url),
  measureOurs: () =>
    requestsPerSecond(`${app.url}/api/trpc/files.some?input=${input}`, { headers: { cookie: app.cookie } }),
});
