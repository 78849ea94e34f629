import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";

/** Makes a JPEG with detail everywhere, like a photo: noise over a gradient. @returns its path */
export async function makePhoto({
  widthPx,
  heightPx,
}: {
  widthPx: number;
  heightPx: number;
}): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "alcoves-bench-")), `${widthPx}x${heightPx}.jpg`);
  await sharp({
    create: {
      width: widthPx,
      height: heightPx,
      channels: 3,
      background: "#68a",
      noise: { type: "gaussian", mean: 128, sigma: 20 },
    },
  })
    .jpeg({ quality: 90 })
    .withExif({ IFD0: { Make: "Alcoves", Model: "Bench" } })
    .toFile(path);
  return path;
}
