import type { DoorIds, DoorRow } from "@alcoves/core/access";
import type { inferRouterInputs } from "@trpc/server";
import type { AppRouter } from "./root.ts";
import { accountsDoors } from "./routers/accounts.doors.ts";
import { albumsDoors } from "./routers/albums.doors.ts";
import { auditDoors } from "./routers/audit.doors.ts";
import { commentsDoors } from "./routers/comments.doors.ts";
import { downloadsDoors } from "./routers/downloads.doors.ts";
import { duplicatesDoors } from "./routers/duplicates.doors.ts";
import { eventsDoors } from "./routers/events.doors.ts";
import { filesDoors } from "./routers/files.doors.ts";
import { foldersDoors } from "./routers/folders.doors.ts";
import { highlightsDoors } from "./routers/highlights.doors.ts";
import { identitiesDoors } from "./routers/identities.doors.ts";
import { invitesDoors } from "./routers/invites.doors.ts";
import { itemsDoors } from "./routers/items.doors.ts";
import { jobsDoors } from "./routers/jobs.doors.ts";
import { librariesDoors } from "./routers/libraries.doors.ts";
import { mapDoors } from "./routers/map.doors.ts";
import { marksDoors } from "./routers/marks.doors.ts";
import { membersDoors } from "./routers/members.doors.ts";
import { momentsDoors } from "./routers/moments.doors.ts";
import { passkeysDoors } from "./routers/passkeys.doors.ts";
import { passwordResetsDoors } from "./routers/password-resets.doors.ts";
import { searchDoors } from "./routers/search.doors.ts";
import { secondFactorDoors } from "./routers/second-factor.doors.ts";
import { settingsDoors } from "./routers/settings.doors.ts";
import { sharesDoors } from "./routers/shares.doors.ts";
import { systemDoors } from "./routers/system.doors.ts";
import { tagsDoors } from "./routers/tags.doors.ts";
import { timelineDoors } from "./routers/timeline.doors.ts";
import { transcriptsDoors } from "./routers/transcripts.doors.ts";
import { trashDoors } from "./routers/trash.doors.ts";
import { uploadsDoors } from "./routers/uploads.doors.ts";
import { usersDoors } from "./routers/users.doors.ts";

type Inputs = inferRouterInputs<AppRouter>;

/** The row of a procedure: who may call it, and what the matrix calls it with. */
export interface ProcedureRow<Input = unknown> extends DoorRow {
  readonly input: (ids: DoorIds) => Input;
}

/** A row for every procedure of a router: one without does not compile. */
export type RowsOf<Domain extends keyof Inputs> = {
  readonly [Name in keyof Inputs[Domain]]: ProcedureRow<Inputs[Domain][Name]>;
};

/** The rows of every procedure, for the access matrix. */
export const doorRows = {
  accounts: accountsDoors,
  albums: albumsDoors,
  audit: auditDoors,
  comments: commentsDoors,
  downloads: downloadsDoors,
  duplicates: duplicatesDoors,
  events: eventsDoors,
  files: filesDoors,
  folders: foldersDoors,
  highlights: highlightsDoors,
  identities: identitiesDoors,
  invites: invitesDoors,
  items: itemsDoors,
  jobs: jobsDoors,
  libraries: librariesDoors,
  map: mapDoors,
  marks: marksDoors,
  members: membersDoors,
  passkeys: passkeysDoors,
  search: searchDoors,
  secondFactor: secondFactorDoors,
  passwordResets: passwordResetsDoors,
  settings: settingsDoors,
  system: systemDoors,
  timeline: timelineDoors,
  tags: tagsDoors,
  trash: trashDoors,
  uploads: uploadsDoors,
  users: usersDoors,
  moments: momentsDoors,
  shares: sharesDoors,
  transcripts: transcriptsDoors,
} satisfies { [Domain in keyof Inputs]: RowsOf<Domain> };
