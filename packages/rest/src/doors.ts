import type { DoorIds, DoorRow } from "@alcoves/core/access";
import { avatarsDoors } from "./routes/avatars.doors.ts";
import { downloadsDoors } from "./routes/downloads.doors.ts";
import { healthDoors } from "./routes/health.doors.ts";
import { mediaDoors } from "./routes/media.doors.ts";
import { momentDoors } from "./routes/moments.doors.ts";
import { shareDoors } from "./routes/shares.doors.ts";
import { tusDoors } from "./routes/tus.doors.ts";

/** A request that the matrix sends through a door. */
export interface DoorRequest {
  /** The route's own unless said otherwise. */
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** The row of a route: who may come through, and what the matrix sends. */
export interface RouteRow extends DoorRow {
  readonly request: (ids: DoorIds) => DoorRequest;
}

/** Rows by method and path, as the routes are declared. */
export type RouteRows = Readonly<Record<`${string} /${string}`, RouteRow>>;

/** The rows of every route but `/api/trpc`, whose procedures have rows of their own. */
export const routeRows: RouteRows = {
  ...mediaDoors,
  ...momentDoors,
  ...shareDoors,
  ...tusDoors,
  ...downloadsDoors,
  ...avatarsDoors,
  ...healthDoors,
};
