import type { RowsOf } from "../doors.ts";

export const eventsDoors: RowsOf<"events"> = {
  follow: { may: { least: "viewer" }, input: ({ libraryId }) => ({ libraryId }) },
};
