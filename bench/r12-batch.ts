import { uploadFile } from "@alcoves/testing/upload";
import { enterApp } from "./app-under-test.ts";
import { compare } from "./compare.ts";
import { requestsPerSecond } from "./load.ts";

const queries = 10;

const app = await enterApp();
const fileId = await uploadFile(Buffer.from("a small file"), { ...app, name: "small.txt" });
const input = { json: { libraryId: app.libraryId, fileIds: [fileId] } };
const single = `${app.url}/api/trpc/files.some?input=${encodeURIComponent(JSON.stringify(input))}`;
const paths = Array.from({ length: queries }, () => "files.some").join(",");
const inputs = encodeURIComponent(
  JSON.stringify(Object.fromEntries(Array.from({ length: queries }, (_, place) => [place, input]))),
);
const batch = `${app.url}/api/trpc/${paths}?batch=1&input=${inputs}`;
const options = { headers: { cookie: app.cookie }, connections: 16 };

// A batch may take 0.35 of the time of ten calls, and 0.2 is the goal: turned around, as rates are compared here.
await compare({
  id: "R12",
  ours: "ten queries in one batch: session, access and an indexed row each",
  comparator: "the same ten queries in single calls",
  gate: 2.86,
  goal: 5,
  unit: "tens/s",
  measureComparator: async () => (await requestsPerSecond(single, options)) / queries,
  measureOurs: () => requestsPerSecond(batch, options),
});
