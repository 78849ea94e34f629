import type { RowsOf } from "../doors.ts";

export const settingsDoors: RowsOf<"settings"> = {
  get: { may: { least: "instance owner" }, input: () => undefined },
  update: {
    may: { least: "instance owner", writes: true },
    input: () => ({ registrationMode: "open" }),
  },
};
