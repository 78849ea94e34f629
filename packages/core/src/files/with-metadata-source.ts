import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { isSidecar } from "./pair-sidecar.ts";
import { withOriginal } from "./with-original.ts";

/** What a file's details are read from. */
export interface MetadataSource {
  sourcePath: string;
  mimeType: string;
  name: string;
  modifiedAt: Date | null;
  /** Its XMP sidecar on this machine; null when it has none. */
  sidecarPath: string | null;
}

/** Gives the metadata job what is known of a file besides its bytes, and its sidecar. @throws NOT_FOUND when the file is gone */
export async function withMetadataSource<Result>(
  ctx: Context,
  fileId: string,
  work: (source: MetadataSource) => Promise<Result>,
): Promise<Result> {
  const row = await ctx.db.file.findUnique({
    where: { id: fileId },
    select: {
      modifiedAt: true,
      // `IMG_1.jpg.xmp` says more clearly whose it is than `IMG_1.xmp`.
      companions: {
        where: { kind: "other", trashedAt: null, sizeBytes: { lte: largestSidecarBytes } },
        select: { id: true, name: true, kind: true },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      },
    },
  });
  if (!row) throw notFound("file");
  const { modifiedAt, companions } = row;
  const sidecar = companions
    .filter(isSidecar)
    .toSorted((one, other) => other.name.length - one.name.length)
    .at(0);
  const read = (sidecarPath: string | null) =>
    withOriginal(ctx, fileId, ({ path, mimeType, file }) =>
      work({ sourcePath: path, mimeType, name: file.name, modifiedAt, sidecarPath }),
    );
  return sidecar ? withOriginal(ctx, sidecar.id, ({ path }) => read(path)) : read(null);
}

/** Those of real programs have some kB. */
const largestSidecarBytes = 10 * 1024 * 1024;
