import type { RowsOf } from "../doors.ts";

const instanceOwner = { least: "instance owner" } as const;
const writes = { ...instanceOwner, writes: true } as const;
const queue = "file-hash";

export const jobsDoors: RowsOf<"jobs"> = {
  overview: { may: instanceOwner, input: () => undefined },
  list: { may: instanceOwner, input: () => ({ state: "failed" }) },
  retry: { may: writes, input: () => ({ queue, jobId: "none" }) },
  retryFailed: { may: writes, input: () => ({ queue }) },
  remove: { may: writes, input: () => ({ queue, jobId: "none" }) },
  purge: { may: writes, input: () => ({ queue, state: "failed" }) },
  pause: { may: writes, input: () => ({ queue }) },
  resume: { may: writes, input: () => ({ queue }) },
};
