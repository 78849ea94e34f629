import { createReadStream, statSync } from "node:fs";
import { listen } from "./listen.ts";

const path = process.argv[2] ?? "";
const { size } = statSync(path);

listen((request, response) => {
  const match = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
  if (!match) {
    response.writeHead(200, { "content-type": "image/jpeg", "content-length": size });
    createReadStream(path).pipe(response);
    return;
  }
  const [start, end] = [Number(match[1]), Number(match[2])];
  response.writeHead(206, {
    "content-type": "video/mp4",
    "content-length": end - start + 1,
    "content-range": `bytes ${start}-${end}/${size}`,
  });
  createReadStream(path, { start, end }).pipe(response);
});
