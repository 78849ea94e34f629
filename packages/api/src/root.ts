import { accountsRouter } from "./routers/accounts.ts";
import { albumsRouter } from "./routers/albums.ts";
import { auditRouter } from "./routers/audit.ts";
import { commentsRouter } from "./routers/comments.ts";
import { downloadsRouter } from "./routers/downloads.ts";
import { duplicatesRouter } from "./routers/duplicates.ts";
import { eventsRouter } from "./routers/events.ts";
import { filesRouter } from "./routers/files.ts";
import { foldersRouter } from "./routers/folders.ts";
import { highlightsRouter } from "./routers/highlights.ts";
import { identitiesRouter } from "./routers/identities.ts";
import { invitesRouter } from "./routers/invites.ts";
import { itemsRouter } from "./routers/items.ts";
import { jobsRouter } from "./routers/jobs.ts";
import { librariesRouter } from "./routers/libraries.ts";
import { mapRouter } from "./routers/map.ts";
import { marksRouter } from "./routers/marks.ts";
import { membersRouter } from "./routers/members.ts";
import { momentsRouter } from "./routers/moments.ts";
import { passkeysRouter } from "./routers/passkeys.ts";
import { passwordResetsRouter } from "./routers/password-resets.ts";
import { searchRouter } from "./routers/search.ts";
import { secondFactorRouter } from "./routers/second-factor.ts";
import { settingsRouter } from "./routers/settings.ts";
import { sharesRouter } from "./routers/shares.ts";
import { systemRouter } from "./routers/system.ts";
import { tagsRouter } from "./routers/tags.ts";
import { timelineRouter } from "./routers/timeline.ts";
import { transcriptsRouter } from "./routers/transcripts.ts";
import { trashRouter } from "./routers/trash.ts";
import { uploadsRouter } from "./routers/uploads.ts";
import { usersRouter } from "./routers/users.ts";
import { createCallerFactory, router } from "./trpc.ts";

/** Every procedure of Alcoves. */
export const appRouter = router({
  accounts: accountsRouter,
  highlights: highlightsRouter,
  identities: identitiesRouter,
  passwordResets: passwordResetsRouter,
  users: usersRouter,
  libraries: librariesRouter,
  members: membersRouter,
  invites: invitesRouter,
  folders: foldersRouter,
  files: filesRouter,
  timeline: timelineRouter,
  uploads: uploadsRouter,
  map: mapRouter,
  tags: tagsRouter,
  marks: marksRouter,
  albums: albumsRouter,
  items: itemsRouter,
  downloads: downloadsRouter,
  trash: trashRouter,
  duplicates: duplicatesRouter,
  search: searchRouter,
  events: eventsRouter,
  audit: auditRouter,
  jobs: jobsRouter,
  passkeys: passkeysRouter,
  secondFactor: secondFactorRouter,
  settings: settingsRouter,
  system: systemRouter,
  moments: momentsRouter,
  comments: commentsRouter,
  shares: sharesRouter,
  transcripts: transcriptsRouter,
});

/** The type that clients are typed by. */
export type AppRouter = typeof appRouter;

/** Calls procedures in process, as pages do for their first load. */
export const createCaller = createCallerFactory(appRouter);

/** What `createCaller` gives. */
export type Caller = ReturnType<typeof createCaller>;
