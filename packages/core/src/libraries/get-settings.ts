import type { LibraryContext } from "../context.ts";
import type { LibrarySettings } from "./schema.ts";

/** What is set for a library. */
export async function getLibrarySettings(ctx: LibraryContext): Promise<LibrarySettings> {
  const { quotaBytes, ...settings } = await ctx.db.library.findUniqueOrThrow({
    where: { id: ctx.access.libraryId },
    select: {
      name: true,
      emoji: true,
      findsFaces: true,
      findsObjects: true,
      transcribes: true,
      findsAudioEvents: true,
      allowsSharing: true,
      makesStreams: true,
      quotaBytes: true,
    },
  });
  return { ...settings, quotaBytes: quotaBytes === null ? null : Number(quotaBytes) };
}
