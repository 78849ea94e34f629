export { ensurePicture } from "./ensure-picture.ts";
export { findPicture, type Picture } from "./find-picture.ts";
export { keepPictures, withPictureSource } from "./premade.ts";
export { reasonIn, renderPicture } from "./render.ts";
export {
  customVariantId,
  parseVariantId,
  premadeVariants,
  type VariantName,
  type VariantSpec,
  variantMimeTypes,
  variants,
} from "./schema.ts";
