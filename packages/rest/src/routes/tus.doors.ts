import type { RouteRow, RouteRows } from "../doors.ts";
import { tusPath } from "../tus/tus-server.ts";

const tus = { "tus-resumable": "1.0.0" };
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** An upload is its beginner's alone, while they may upload to its library. */
const ofUpload: Omit<RouteRow, "request"> = { may: { least: "contributor", writes: true }, on: "upload" };

export const tusDoors: RouteRows = {
  [`OPTIONS ${tusPath}`]: { may: { least: "anyone" }, request: () => ({ path: tusPath }) },
  [`POST ${tusPath}`]: {
    may: { least: "contributor", writes: true },
    request: ({ libraryId }) => ({
      path: tusPath,
      headers: {
        ...tus,
        "upload-length": "5",
        "upload-metadata": `libraryId ${base64(libraryId)},filename ${base64("a.bin")}`,
      },
    }),
  },
  [`GET ${tusPath}/:uploadId`]: {
    ...ofUpload,
    request: ({ id }) => ({ method: "HEAD", path: `${tusPath}/${id}`, headers: tus }),
  },
  [`PATCH ${tusPath}/:uploadId`]: {
    ...ofUpload,
    request: ({ id }) => ({
      path: `${tusPath}/${id}`,
      headers: { ...tus, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
      body: "byte",
    }),
  },
  [`DELETE ${tusPath}/:uploadId`]: {
    ...ofUpload,
    request: ({ id }) => ({ path: `${tusPath}/${id}`, headers: tus }),
  },
};
