import type { RouteRow, RouteRows } from "../doors.ts";

const sign = (path: string): RouteRow => ({ may: { least: "anyone" }, request: () => ({ path }) });

export const healthDoors: RouteRows = {
  "GET /api/health": sign("/api/health"),
  "GET /api/ready": sign("/api/ready"),
  "GET /api/version": sign("/api/version"),
};
