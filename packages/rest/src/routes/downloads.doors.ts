import type { RouteRows } from "../doors.ts";

export const downloadsDoors: RouteRows = {
  // A download is its preparer's alone, while they may read its library.
  "GET /api/downloads/:downloadId": {
    may: { least: "viewer" },
    on: "download",
    request: ({ id }) => ({ path: `/api/downloads/${id}` }),
  },
};
