import sharp from "sharp";
import { listen } from "./listen.ts";

const path = process.argv[2] ?? "";
sharp.cache(false);

listen((_request, response) => {
  sharp(path)
    .autoOrient()
    .toColourspace("srgb")
    .resize({ width: 1440, height: 1440, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80, effort: 2 })
    .toBuffer()
    .then((bytes) => {
      response.writeHead(200, { "content-type": "image/webp", "content-length": bytes.length });
      response.end(bytes);
    })
    .catch((error: unknown) => response.writeHead(500).end(String(error)));
});
