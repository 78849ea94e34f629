import type { RouteRows } from "../doors.ts";

const anyone = { may: { least: "anyone" } } as const;

export const shareDoors: RouteRows = {
  "GET /api/share/:token": {
    ...anyone,
    request: ({ shareToken }) => ({ path: `/api/share/${shareToken}` }),
  },
  "POST /api/share/:token/unlock": {
    ...anyone,
    request: ({ shareToken }) => ({
      path: `/api/share/${shareToken}/unlock`,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ password: "none is wanted" }),
    }),
  },
  "GET /s/:token/media/clip": {
    ...anyone,
    request: ({ shareToken }) => ({ path: `/s/${shareToken}/media/clip` }),
  },
  "GET /s/:token/media/thumbnail": {
    ...anyone,
    request: ({ shareToken }) => ({ path: `/s/${shareToken}/media/thumbnail` }),
  },
  // The instance of the matrix is known as http://localhost:3000.
  "GET /api/oembed": {
    ...anyone,
    request: ({ shareToken }) => ({
      path: `/api/oembed?url=${encodeURIComponent(`http://localhost:3000/s/${shareToken}`)}`,
    }),
  },
};
