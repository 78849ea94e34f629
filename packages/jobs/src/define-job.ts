import type { File, Moment } from "@alcoves/db/models";
import { z } from "zod";
import type { Weight } from "./weights.ts";

/** Rows that can carry the state of a job, by the word a contract uses for them. */
interface TrackedRows {
  file: File;
  moment: Moment;
}

/** The word for a row that can carry the state of a job. */
export type TrackedRow = keyof TrackedRows;

/** Every column of a status family, as Prisma spells them. */
type FamilySuffix = "Status" | "Progress" | "EtaSeconds" | "Error" | "Version" | "DoneVersion";

/** Names of the complete status families of a row: one whose column is missing is not in this type. */
export type FamilyOf<Row extends TrackedRow> = {
  [Column in keyof TrackedRows[Row] & string]: Column extends `${infer Family}DoneVersion`
    ? `${Family}${FamilySuffix}` extends keyof TrackedRows[Row]
      ? Family
      : never
    : never;
}[keyof TrackedRows[Row] & string];

/** Where the state of a tracked job stands: `<column>_status`, `<column>_version`, … on the row's table. */
export type Tracks = {
  [Row in TrackedRow]: { readonly row: Row; readonly column: FamilyOf<Row> };
}[TrackedRow];

/** Payload of every job that works on a row: which one, and the version it was asked for. */
export const TrackedPayload = z.object({ rowId: z.uuid(), version: z.number().int().min(1) });
export type TrackedPayload = z.infer<typeof TrackedPayload>;

/** A job as everyone knows it. Its implementation is `apps/worker/processors/<name>.ts`. */
export interface JobContract<
  Name extends string = string,
  Payload extends z.ZodType = z.ZodType,
  Track extends Tracks | undefined = Tracks | undefined,
> {
  readonly name: Name;
  readonly weight: Weight;
  /** Tries before the job counts as failed. */
  readonly attempts: number;
  readonly payload: Payload;
  readonly tracks: Track;
  /** Two jobs with one key are one job while the first waits or runs. */
  readonly dedupe: (payload: z.output<Payload>) => string;
}

/** What a job carries. */
export type PayloadOf<Contract extends JobContract> = z.output<Contract["payload"]>;

/** Declares a job that works on a row and keeps its state there. */
export function defineTrackedJob<const Name extends string, const Track extends Tracks>(job: {
  name: Name;
  weight: Weight;
  attempts: number;
  tracks: Track;
}): JobContract<Name, typeof TrackedPayload, Track> {
  return { ...job, payload: TrackedPayload, dedupe: ({ rowId, version }) => `${rowId}-${version}` };
}

/** Declares a job without a row of its own: its result is a blob, or nothing. */
export function defineJob<const Name extends string, Payload extends z.ZodType>(job: {
  name: Name;
  weight: Weight;
  attempts: number;
  payload: Payload;
  dedupe: (payload: z.output<Payload>) => string;
}): JobContract<Name, Payload, undefined> {
  return { ...job, tracks: undefined };
}
