import type { RowsOf } from "../doors.ts";

const viewers = { least: "viewer" } as const;
const bounds = { north: 90, south: -90, west: -180, east: 180 };

export const mapDoors: RowsOf<"map"> = {
  clusters: { may: viewers, input: ({ libraryId }) => ({ libraryId, bounds, zoom: 1 }) },
  files: { may: viewers, input: ({ libraryId }) => ({ libraryId, bounds }) },
};
