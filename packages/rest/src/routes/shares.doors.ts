import type { RouteRow, RouteRows } from "../doors.ts";

const anyone = { may: { least: "anyone" } } as const;

const item = (part: string): RouteRow => ({
  ...anyone,
  request: ({ albumShareToken, sharedReference }) => ({
    path: `/s/${albumShareToken}/media/${sharedReference}/${part}`,
  }),
});

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
  "GET /api/share/:token/items/:reference": {
    ...anyone,
    request: ({ albumShareToken, sharedReference }) => ({
      path: `/api/share/${albumShareToken}/items/${sharedReference}`,
    }),
  },
  "GET /s/:token/media/:reference/timeline": item("timeline"),
  "GET /s/:token/media/:reference/card": item("card"),
  "GET /s/:token/media/:reference/preview": item("preview"),
  "GET /s/:token/media/:reference/play": item("play"),
  "GET /s/:token/media/:reference/original": item("original"),
  "GET /s/:token/zip": {
    ...anyone,
    request: ({ albumShareToken }) => ({ path: `/s/${albumShareToken}/zip` }),
  },
  // The instance of the matrix is known as http://localhost:3000.
  "GET /api/oembed": {
    ...anyone,
    request: ({ shareToken }) => ({
      path: `/api/oembed?url=${encodeURIComponent(`http://localhost:3000/s/${shareToken}`)}`,
    }),
  },
};
