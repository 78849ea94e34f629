import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { scratchPath } from "../scratch.ts";
import type { Picture } from "./find-picture.ts";

/** What a person is told when nothing is wrong with the file and the picture could not be made all the same. */
export const pictureTrouble = "This picture could not be made just now. Try again in a moment.";

/**
 * Makes a picture here and keeps it. Idempotent: two at once write the same bytes under the same key.
 * @throws what the renderer throws for a source it cannot read, its `reason` a sentence for a person; UNAVAILABLE for trouble
 * that is not the file's
 */
export async function renderPicture(ctx: Context, picture: Picture): Promise<void> {
  try {
    await render(ctx, picture);
  } catch (error) {
    // The message of any other error is about the inside, and goes into the log alone.
    if (reasonIn(error)) throw error;
    throw new DomainError("UNAVAILABLE", pictureTrouble, { cause: error });
  }
}

/** @returns the renderer's sentence about a source that no further try can read, null for every other error */
export function reasonIn(error: unknown): string | null {
  const isFinal = error instanceof Error && "permanent" in error && error.permanent === true;
  return isFinal && "reason" in error ? String(error.reason) : null;
}

async function render({ services }: Context, picture: Picture): Promise<void> {
  const { storage, renderImage } = services;
  const source = await storage.localPath(picture.source.key, scratchPath(services));
  try {
    const bytes = await renderImage({
      sourcePath: source.path,
      mimeType: picture.source.mimeType,
      spec: picture.spec,
      scratchDir: scratchPath(services),
    });
    await storage.write(picture.key, bytes, { contentType: picture.mimeType });
  } finally {
    await source.dispose();
  }
}
