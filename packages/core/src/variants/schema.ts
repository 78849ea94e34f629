import { z } from "zod";

/** How a picture is made from its source. Sizes are bounds in px. */
export interface VariantSpec {
  widthPx: number;
  heightPx: number;
  fit: "inside" | "cover";
  format: "jpeg" | "webp" | "avif" | "png";
  /** 1–100. */
  quality: number;
  /** A source that is smaller is enlarged; without it never. */
  mayEnlarge?: boolean;
}

/** The one registry of picture sizes, shared by pages, routes and worker. */
export const variants = {
  search: { widthPx: 80, heightPx: 80, fit: "cover", format: "jpeg", quality: 70 },
  timeline: { widthPx: 240, heightPx: 240, fit: "inside", format: "webp", quality: 75 },
  face: { widthPx: 300, heightPx: 300, fit: "cover", format: "jpeg", quality: 80 },
  card: { widthPx: 720, heightPx: 360, fit: "inside", format: "jpeg", quality: 80 },
  preview: { widthPx: 1920, heightPx: 1080, fit: "inside", format: "jpeg", quality: 85 },
} as const satisfies Record<string, VariantSpec>;

/** Name of a registered variant. */
export type VariantName = keyof typeof variants;

/** The variants made right after an upload; the others are made when first asked for. */
export const premadeVariants = ["card", "timeline"] as const satisfies readonly VariantName[];

/** Raise it when a spec gives another picture than it did, as after a mended colour: then every picture is made anew. */
const rendition = 1;

/** Raise it when the perceptual hash of a picture is made otherwise: then every picture is looked at anew. */
const hashing = 1;

/**
 * How a picture is made, as 8 hex digits: of everything in its spec. With another spec a variant has another recipe, and so
 * other keys, tags and addresses: what a cache keeps for a year is never taken for the new picture.
 */
export function recipeOf({
  widthPx,
  heightPx,
  fit,
  format,
  quality,
  mayEnlarge = false,
}: VariantSpec): string {
  const facts = [rendition, widthPx, heightPx, fit, format, quality, mayEnlarge];
  return fingerprint(facts.join("/")).toString(16).padStart(8, "0");
}

/** The version of a picture, which stands in its key, its tag and its address. @param sourceVersion of what it is made from */
export function pictureVersion(sourceVersion: number, spec: VariantSpec): string {
  return versionOf(sourceVersion, recipeOf(spec));
}

const versionOf = (sourceVersion: number, recipe: string) => `${sourceVersion}-${recipe}`;

/** Addresses of the pictures that tiles and viewers show. */
export type TilePictures = Record<"timeline" | "card" | "preview", string>;

/** Of each the part of its version that is the same for all files: a slice of the timeline asks for twelve thousand addresses. */
const tileRecipes: TilePictures = {
  timeline: recipeOf(variants.timeline),
  card: recipeOf(variants.card),
  preview: recipeOf(variants.preview),
};

/** @param sourceVersion of what they are made from; 0 while there is nothing to show, and then there are none */
export function tilePictures(fileId: string, sourceVersion: number): TilePictures | null {
  if (sourceVersion === 0) return null;
  const url = (name: keyof TilePictures) =>
    `/api/media/${fileId}/${name}?v=${versionOf(sourceVersion, tileRecipes[name])}`;
  return { timeline: url("timeline"), card: url("card"), preview: url("preview") };
}

/**
 * Version of what is made ahead, 1 to 2^31 - 1: it changes by itself with the names and recipes of the pictures, and with `hashing`. It stands on
 * a file when they were made, and upkeep looks for those where it is another.
 */
export const registryVersion = registryVersionOf(premadeVariants.map((name) => [name, variants[name]]));

/** @param premade names and specs of the variants that are made ahead */
export function registryVersionOf(premade: readonly (readonly [string, VariantSpec])[]): number {
  const recipes = [...premade.map(([name, spec]) => `${name} ${recipeOf(spec)}`), `${hashing}`];
  return (fingerprint(recipes.join("/")) % (2 ** 31 - 1)) + 1;
}

/** FNV-1a, 32 bits (draft-eastlake-fnv): it tells a handful of specs apart, in browsers too, and guards nothing. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const customPattern =
  /^w([1-9]\d{0,3})-h([1-9]\d{0,3})-(inside|cover)-q([1-9]\d?|100)\.(jpeg|webp|avif|png)$/;

/** Largest side of a custom variant, px. */
export const largestSidePx = 4096;

/** A variant as it stands in an address: a registered name, or a custom one like `w1440-h1440-inside-q80.webp`. */
export const VariantId = z
  .string()
  .refine((id) => parseVariantId(id) !== null, "This is not a size Alcoves makes.");

/** @returns the spec that an id stands for, null when it stands for none */
export function parseVariantId(id: string): { spec: VariantSpec; registered: boolean } | null {
  if (Object.hasOwn(variants, id)) return { spec: variants[id as VariantName], registered: true };
  const match = customPattern.exec(id);
  if (!match) return null;
  const [, width, height, fit, quality, format] = match;
  const spec = {
    widthPx: Number(width),
    heightPx: Number(height),
    fit,
    quality: Number(quality),
    format,
  } as VariantSpec;
  if (spec.widthPx > largestSidePx || spec.heightPx > largestSidePx) return null;
  return { spec, registered: false };
}

/** Spells the id of a custom variant: the inverse of `parseVariantId`. */
export function customVariantId({ widthPx, heightPx, fit, quality, format }: VariantSpec): string {
  return `w${widthPx}-h${heightPx}-${fit}-q${quality}.${format}`;
}

/** Media type of each format. */
export const variantMimeTypes = {
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  png: "image/png",
} as const satisfies Record<VariantSpec["format"], string>;
