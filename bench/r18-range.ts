import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uploadFile } from "@alcoves/testing/upload";
import { enterApp } from "./app-under-test.ts";
import { startBareServer } from "./bare-server.ts";
import { compare } from "./compare.ts";
import { requestsPerSecond } from "./load.ts";

const app = await enterApp();
const bytes = randomBytes(64 * 1024 * 1024);
const path = join(mkdtempSync(join(tmpdir(), "alcoves-bench-")), "video.bin");
writeFileSync(path, bytes);
const fileId = await uploadFile(bytes, { ...app, name: "video.bin" });
const bare = await startBareServer("send-file", [path]);
/** What a player asks for when it seeks: a megabyte in the middle. */
const range = { range: `bytes=${20 * 1024 * 1024}-${21 * 1024 * 1024 - 1}` };

await compare({
  id: "R18",
  ours: "ranged read of 1 MiB in a 64 MiB file, session and access checked",
  comparator: "node:http + createReadStream of the same range",
  gate: 0.7,
  goal: 0.9,
  unit: "requests/s",
  measureComparator: () => requestsPerSecond(bare.url, { headers: range }),
  measureOurs: () =>
    requestsPerSecond(`${app.url}/api/media/${fileId}/original`, {
      headers: { ...range, cookie: app.cookie },
    }),
});
