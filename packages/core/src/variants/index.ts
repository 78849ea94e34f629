export { ensurePicture } from "./ensure-picture.ts";
export { findPicture, type Picture } from "./find-picture.ts";
export { keepPictures, missingPictures, oldPictures, withPictureSource } from "./premade.ts";
export { reasonIn, renderPicture } from "./render.ts";
export { saveVariants } from "./save.ts";
export {
  customVariantId,
  parseVariantId,
  pictureVersion,
  premadeVariants,
  recipeOf,
  registryVersion,
  type VariantName,
  type VariantSpec,
  variantMimeTypes,
  variants,
} from "./schema.ts";
export { strikeOut } from "./strikes.ts";
export { finishWarming, requestWarming, type WarmingPlace } from "./warm.ts";
