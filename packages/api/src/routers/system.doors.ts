import type { RowsOf } from "../doors.ts";

export const systemDoors: RowsOf<"system"> = {
  health: { may: { least: "anyone" }, input: () => undefined },
};
