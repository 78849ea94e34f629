import type { Context } from "../context.ts";
import { recordEvent } from "../events/index.ts";
import { requestJobs } from "../processing/index.ts";
import type { Transaction } from "../transaction.ts";
import { jobOf } from "./jobs-of-kind.ts";
import { lockPairing, type Place } from "./lock-pairing.ts";
import type { FileKind } from "./schema.ts";

/** A file that has just come in. */
interface NewComer extends Place {
  fileId: string;
  name: string;
  kind: FileKind;
}

const sidecarName = /^(?<of>.+)\.xmp$/i;

/** @returns whether a file is an XMP sidecar by its name; its content is for the metadata reader to judge */
export function isSidecar({ name, kind }: { name: string; kind: FileKind }): boolean {
  return kind === "other" && sidecarName.test(name);
}

/**
 * Pairs an XMP sidecar with the file beside it, whichever of the two comes last: `IMG_1.jpg.xmp` with `IMG_1.jpg`, and
 * `IMG_1.xmp` with the file of that stem, a camera's RAW before others. Letter case does not count. The file's details are
 * read anew when its sidecar comes after it.
 */
export async function pairSidecar(ctx: Transaction<Context>, file: NewComer): Promise<void> {
  if (file.kind === "other" && !isSidecar(file)) return;
  // Both spellings of a sidecar share what stands before the first dot with their file.
  await lockPairing(ctx, file, `sidecar/${file.name.replace(/\..*$/s, "").toLowerCase()}`);
  if (isSidecar(file)) await followFile(ctx, file);
  else await takeSidecars(ctx, file);
}

async function followFile(ctx: Transaction<Context>, sidecar: NewComer): Promise<void> {
  const of = sidecarName.exec(sidecar.name)?.groups?.of ?? "";
  const stemPattern = `${of.replace(/[\\%_]/g, "\\$&")}.%`;
  const [paired] = await ctx.db.$queryRaw<{ id: string }[]>`
    UPDATE files s SET companion_of_id = o.id
    FROM (
      SELECT id FROM files
      WHERE library_id = ${sidecar.libraryId}::uuid AND folder_id IS NOT DISTINCT FROM ${sidecar.folderId}::uuid
        AND trashed_at IS NULL AND companion_of_id IS NULL AND kind <> 'other'
        AND (lower(name) COLLATE "C" = lower(${of}) OR lower(name) COLLATE "C" LIKE lower(${stemPattern}))
        AND (lower(name) = lower(${of}) OR lower(regexp_replace(name, '\\.[^.]*$', '')) = lower(${of}))
      ORDER BY lower(name) = lower(${of}) DESC, mime_type LIKE 'image/x-%' DESC, created_at, id
      LIMIT 1
    ) o
    WHERE s.id = ${sidecar.fileId}::uuid
    RETURNING o.id`;
  if (paired) await requestJobs(ctx, jobOf.metadata, [paired.id]);
}

/** Its details are yet to be read, so nobody has to be asked. */
async function takeSidecars(ctx: Transaction<Context>, file: NewComer): Promise<void> {
  const names = [`${file.name}.xmp`, `${file.name.replace(/\.[^.]*$/, "")}.xmp`];
  const taken = await ctx.db.$queryRaw<{ id: string }[]>`
    UPDATE files SET companion_of_id = ${file.fileId}::uuid
    WHERE library_id = ${file.libraryId}::uuid AND folder_id IS NOT DISTINCT FROM ${file.folderId}::uuid
      AND trashed_at IS NULL AND companion_of_id IS NULL AND kind = 'other'
      AND lower(name) COLLATE "C" IN (lower(${names[0]}), lower(${names[1]}))
    RETURNING id`;
  for (const { id } of taken) {
    await recordEvent(ctx, { libraryId: file.libraryId, kind: "file.changed", fileId: id });
  }
}
