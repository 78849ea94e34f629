import { firstOf, labelOf, numberOf, type Tags, writtenOf } from "./tags.ts";

/** Groups that name the camera, most telling first. */
const groups = ["EXIF", "QuickTime", "XMP", "RIFF", "MakerNotes"];
const inGroups = (...names: string[]) => names.flatMap((name) => groups.map((group) => `${group}:${name}`));

/** Reads the camera, its lens and the exposure; null for what is not told, or told without sense. */
export function readCamera(tags: Tags) {
  return {
    cameraMake: labelOf(firstOf(tags, inGroups("Make", "AndroidManufacturer"))),
    cameraModel: labelOf(firstOf(tags, inGroups("Model", "AndroidModel"))),
    lensModel: labelOf(firstOf(tags, [...inGroups("LensModel"), "Composite:LensID", "XMP:Lens"])),
    iso: wholeOf(firstOf(tags, inGroups("ISO"))),
    fNumber: positiveOf(firstOf(tags, inGroups("FNumber"))),
    exposureSeconds: secondsOf(firstOf(tags, inGroups("ExposureTime"))),
    focalLengthMm: positiveOf(firstOf(tags, inGroups("FocalLength"))),
  };
}

function positiveOf(value: unknown): number | null {
  const number = numberOf(value, 1e6);
  return number !== null && number > 0 ? number : null;
}

function wholeOf(value: unknown): number | null {
  const number = positiveOf(value);
  return number === null ? null : Math.round(number);
}

/** exiftool writes short times as a fraction: `1/250`. */
function secondsOf(value: unknown): number | null {
  const [over, under = "1"] = writtenOf(value).split("/");
  return positiveOf(Number(over) / Number(under));
}
