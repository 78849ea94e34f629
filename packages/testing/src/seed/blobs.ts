import type { Services } from "@alcoves/core";
import { pictureVersion, premadeVariants, variantMimeTypes, variants } from "@alcoves/core/variants/schema";
import { originalKey, posterKey, variantKey } from "@alcoves/storage";
import type { SeedPicture } from "./pictures.ts";

/** Writes at once. */
const atOnce = 16;

/**
 * Gives the newest files of a timeline their pictures: photos an original too, videos a poster. A blob for each of a million files would take
 * five folders each, so that all others do without. @returns how many have pictures
 */
export async function seedBlobs(
  { database, storage }: Services,
  { libraryId, count, pictures }: { libraryId: string; count: number; pictures: readonly SeedPicture[] },
): Promise<number> {
  const files = await database.prisma.file.findMany({
    where: { libraryId, trashedAt: null, companionOfId: null, kind: { in: ["photo", "video"] } },
    orderBy: [{ filedAt: "desc" }, { id: "desc" }],
    take: count,
    select: { id: true, kind: true, thumbhash: true },
  });
  const byHash = new Map(pictures.map((picture) => [picture.thumbhash, picture]));
  const seeded = files.flatMap(({ id: fileId, kind, thumbhash }) => {
    const picture = byHash.get(Buffer.from(thumbhash ?? []).toString("hex"));
    return picture ? [{ ids: { libraryId, fileId }, kind, picture }] : [];
  });
  for (let first = 0; first < seeded.length; first += atOnce)
    await Promise.all(
      seeded.slice(first, first + atOnce).map(async ({ ids, kind, picture }) => {
        const source = kind === "photo" ? originalKey(ids) : posterKey({ ...ids, version: 1 });
        await storage.write(source, picture.original);
        for (const [at, name] of premadeVariants.entries()) {
          const spec = variants[name];
          const key = variantKey({ ...ids, version: pictureVersion(1, spec), spec: name });
          const bytes = picture.premade[at];
          if (bytes) await storage.write(key, bytes, { contentType: variantMimeTypes[spec.format] });
        }
        if (kind === "photo")
          await database.prisma.file.update({
            where: { id: ids.fileId },
            data: { sizeBytes: BigInt(picture.original.length) },
          });
      }),
    );
  return seeded.length;
}
