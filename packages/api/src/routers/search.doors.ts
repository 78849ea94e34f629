import type { RowsOf } from "../doors.ts";

export const searchDoors: RowsOf<"search"> = {
  names: { may: { least: "viewer" }, input: ({ libraryId }) => ({ text: "photo", libraryId }) },
};
