import { signedPictureUrl } from "@alcoves/core/files";
import { uploadFile } from "@alcoves/testing/upload";
import { enterApp } from "./app-under-test.ts";
import { startBareServer } from "./bare-server.ts";
import { compare } from "./compare.ts";
import { makePhoto } from "./photo.ts";

const requests = 6;
const app = await enterApp();

const path = await makePhoto({ widthPx: 6_000, heightPx: 4_000 });
const fileId = await uploadFile(path, app);
const bare = await startBareServer("render", [path]);

async function perSecond(urlOf: (request: number) => string): Promise<number> {
  const startedAt = performance.now();
  for (let request = 0; request < requests; request += 1) {
    const answer = await fetch(urlOf(request), { headers: { authorization: `Bearer ${app.token}` } });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  }
  return requests / ((performance.now() - startedAt) / 1_000);
}

await compare({
  id: "R1",
  ours: "image route, cold, 24-MP JPEG to 1440 px webp",
  comparator: "the same sharp call in a bare node:http server",
  gate: 0.85,
  goal: 0.95,
  unit: "images/s",
  measureComparator: () => perSecond(() => bare.url),
  // Heights above the picture's own ask for the same work under an address that is not kept yet.
  measureOurs: (pair) =>
    perSecond((request) => {
      const variantId = `w1440-h${1440 + pair * requests + request}-inside-q80.webp`;
      return app.url + signedPictureUrl(app, { fileId, variantId, version: 1 });
    }),
});
