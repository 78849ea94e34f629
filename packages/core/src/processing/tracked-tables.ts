import type { Tracks } from "@alcoves/jobs";
import type { FileEventKind } from "../events/schema.ts";

/** Where rows that carry the state of a job stand, and what listeners are told of which file when that state changes. */
interface TrackedTable {
  readonly table: string;
  readonly news: FileEventKind;
  /** The column that names the file. */
  readonly fileId: string;
}

/** The tables of tracked rows, by the word a contract uses for them. */
export const trackedTables = {
  file: { table: "files", news: "file.changed", fileId: "id" },
  moment: { table: "moments", news: "moments.changed", fileId: "file_id" },
} as const satisfies Record<Tracks["row"], TrackedTable>;
