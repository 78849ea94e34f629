import type { RowsOf } from "../doors.ts";

export const auditDoors: RowsOf<"audit"> = {
  list: { may: { least: "instance owner" }, input: () => ({}) },
};
