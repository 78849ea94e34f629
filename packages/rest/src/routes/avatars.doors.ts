import type { RouteRows } from "../doors.ts";

const accounts = { least: "account", writes: true } as const;

export const avatarsDoors: RouteRows = {
  // No image, which those who may are told.
  "PUT /api/avatar": {
    may: accounts,
    lets: [400],
    request: () => ({ path: "/api/avatar", body: "no image" }),
  },
  "DELETE /api/avatar": { may: accounts, request: () => ({ path: "/api/avatar" }) },
  "GET /api/avatars/:userId": {
    may: { least: "viewer", orInstanceOwner: true },
    on: "portrait",
    request: ({ id }) => ({ path: `/api/avatars/${id}?v=1` }),
  },
};
