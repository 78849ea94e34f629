import type { RouteRow, RouteRows } from "../doors.ts";

const picture = (of: string): RouteRow => ({
  may: { least: "viewer" },
  on: "file",
  request: ({ id }) => ({ path: `/api/media/${id}/${of}` }),
});

export const mediaDoors: RouteRows = {
  "GET /api/media/:fileId/original": picture("original"),
  "GET /api/media/:fileId/proxy": picture("proxy?v=1"),
  "GET /api/media/:fileId/:variantId": picture("card?v=1"),
};
