import { recordActivity } from "../activity/index.ts";
import { lockAlbumsOf } from "../albums/index.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { recordFileEvents } from "../events/index.ts";
import { type Act, type Claimed, keepUndo, reorganise } from "../items/index.ts";
import { putAway } from "../trash/index.ts";
import { claimDuplicates } from "./claim.ts";
import { merge } from "./merge.ts";
import { KeepOne } from "./schema.ts";

/**
 * Keeps one of several duplicates: the others go to the trash, and what people put on them goes to the one that stays. Of two who decide
 * about the same files at once the second is refused, so that one always stays.
 * @throws NOT_FOUND for a file that is missing, in the trash or of another library; FORBIDDEN for another's; CONFLICT when they are no
 * duplicates any more
 */
export async function keepOne(ctx: LibraryContext, input: KeepOne): Promise<Act> {
  const { fileIds, keptFileId } = KeepOne.parse(input);
  return reorganise(ctx, async (ctx) => {
    await lockAlbumsOf(ctx, fileIds);
    const { kept, going } = part(await claimDuplicates(ctx, fileIds), keptFileId);
    const merged = await merge(ctx, { fileId: kept.id, fromIds: going.files.map(({ id }) => id) });
    await putAway(ctx, going);
    // To take it back, the one that was kept has to stand where it stands too.
    const act = await keepUndo(ctx, { ...going, companions: [...going.companions, kept] }, { merged });
    await recordActivity(ctx, "duplicates.keptOne", {
      fileId: kept.id,
      name: kept.name,
      count: going.files.length,
    });
    // It has what was put on the others now, and is a duplicate no more.
    await recordFileEvents(ctx, "file.changed", [kept.id]);
    return act;
  });
}

/** Which of the files stays, and what goes: what accompanies the one that stays stays too. */
function part(
  { files, companions }: Claimed,
  keptFileId: string,
): { kept: Claimed["files"][number]; going: Claimed } {
  const kept = files.find(({ id }) => id === keptFileId);
  if (!kept) throw notFound("file");
  return {
    kept,
    going: {
      files: files.filter(({ id }) => id !== keptFileId),
      folders: [],
      companions: companions.filter(({ companionOfId }) => companionOfId !== keptFileId),
    },
  };
}
