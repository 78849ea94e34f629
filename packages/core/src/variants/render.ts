import type { Context } from "../context.ts";
import { scratchPath } from "../scratch.ts";
import type { Picture } from "./find-picture.ts";

/**
 * Makes a picture here and keeps it. Idempotent: two at once write the same bytes under the same key.
 * @throws what the renderer throws for a source it cannot read
 */
export async function renderPicture({ services }: Context, picture: Picture): Promise<void> {
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
