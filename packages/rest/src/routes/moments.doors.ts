import type { RouteRows } from "../doors.ts";

export const momentDoors: RouteRows = {
  "GET /api/moments/:momentId/clip": {
    may: { least: "viewer" },
    on: "moment",
    request: ({ id }) => ({ path: `/api/moments/${id}/clip?v=1` }),
  },
};
