import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uploadFile } from "@alcoves/testing/upload";
import sharp from "sharp";
import { enterApp } from "./app-under-test.ts";
import { startBareServer } from "./bare-server.ts";
import { compare } from "./compare.ts";
import { requestsPerSecond } from "./load.ts";

const app = await enterApp();
const source = await sharp({
  create: {
    width: 1440,
    height: 720,
    channels: 3,
    background: "#68a",
    noise: { type: "gaussian", mean: 128, sigma: 80 },
  },
})
  .jpeg()
  .toBuffer();
const fileId = await uploadFile(source, { ...app, name: "warm.jpg" });
const picture = `${app.url}/api/media/${fileId}/card?v=1`;
const headers = { cookie: app.cookie };
const bytes = Buffer.from(await (await fetch(picture, { headers })).arrayBuffer());
const path = join(tmpdir(), `alcoves-bench-warm-${process.pid}.jpg`);
writeFileSync(path, bytes);
const bare = await startBareServer("send-file", [path]);

await compare({
  id: "R2",
  ours: `image route, warm, ${Math.round(bytes.length / 1024)} kB, session and access checked`,
  comparator: "node:http + createReadStream of the same file",
  gate: 0.6,
  goal: 0.85,
  unit: "requests/s",
  measureComparator: () => requestsPerSecond(bare.url),
  measureOurs: () => requestsPerSecond(picture, { headers }),
});
