import { originalKey, posterKey, variantKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { findMediaFile, isSigned, sourceVersionOf } from "../files/index.ts";
import { parseVariantId, pictureVersion, type VariantSpec, variantMimeTypes } from "./schema.ts";

/** One picture of a file: where it is kept, and what it is made from when it is not there yet. */
export interface Picture {
  fileId: string;
  variantId: string;
  key: string;
  /** Of the bytes: an address that names another one may be kept by nobody. */
  version: string;
  etag: string;
  mimeType: string;
  spec: VariantSpec;
  source: { key: string; mimeType: string };
}

/**
 * Finds a picture by its address. Of what is in the trash, those who may see the trash find the registered sizes: what a grid and a
 * first look need, and no more.
 * @throws NOT_FOUND without access, or while there is nothing to make it from; INVALID for a size that is neither registered nor signed
 */
export async function findPicture(
  ctx: Context,
  { fileId, variantId, signature }: { fileId: string; variantId: string; signature?: string },
): Promise<Picture> {
  const variant = parseVariantId(variantId);
  const { file } = await findMediaFile(ctx, fileId, { inTrash: variant?.registered ?? false });
  const allowed =
    variant?.registered ||
    ctx.principal.kind === "system" ||
    isSigned(ctx.services, { fileId, variantId, signature: signature ?? "" });
  if (!variant || !allowed) throw new DomainError("INVALID", "Alcoves does not make pictures of this size.");
  const sourceVersion = sourceVersionOf(file);
  if (sourceVersion === 0) throw notFound("picture");
  const version = pictureVersion(sourceVersion, variant.spec);
  return {
    fileId,
    variantId,
    key: variantKey({ ...file, version, spec: variantId }),
    version,
    etag: `"${fileId}-${version}-${variantId}"`,
    mimeType: variantMimeTypes[variant.spec.format],
    spec: variant.spec,
    source:
      file.kind !== "photo"
        ? { key: posterKey({ ...file, version: sourceVersion }), mimeType: "image/webp" }
        : { key: originalKey(file), mimeType: file.mimeType },
  };
}
