import { isTracked, jobContracts, type TrackedJob } from "@alcoves/jobs";
import { sourceVersionOf } from "../files/index.ts";
import type { CheckedFile } from "./file-batches.ts";

type Family = "thumbnail" | "proxy" | "hls" | "sprites" | "waveform" | "motion";

/** Which status family's version each part of a file's cache carries; `variants` carry that of what they are made from. */
const familyOfPart: Readonly<Record<string, Family>> = {
  poster: "thumbnail",
  proxy: "proxy",
  hls: "hls",
  sprites: "sprites",
  waveform: "waveform",
  motion: "motion",
};

/** @returns whether a part is one that files have; nothing is removed that nobody knows */
export function isKnownPart(part: string): boolean {
  return part === "variants" || Object.hasOwn(familyOfPart, part);
}

/** @returns whether the row refers to this version of a part, or a job is about to have it do so */
export function isReferredTo(
  file: CheckedFile,
  { part, version }: { part: string; version: number },
): boolean {
  if (part === "variants") return version === sourceVersionOf(file);
  const family = familyOfPart[part];
  if (!family) return false;
  const status = file[`${family}Status`];
  const isOpen = status === "queued" || status === "processing";
  return version === file[`${family}DoneVersion`] || (isOpen && version === file[`${family}Version`]);
}

/** Parts that a row says are complete, but for its pictures: each has blobs under its version. */
export function completeParts(
  file: CheckedFile,
): { part: string; version: number; job: TrackedJob | null }[] {
  return Object.entries(familyOfPart)
    .filter(([, family]) => file[`${family}Status`] === "ready")
    .map(([part, family]) => ({ part, version: file[`${family}DoneVersion`], job: jobOfFamily(family) }));
}

/** The job that makes what a status family tells of; null where this build has none. */
function jobOfFamily(family: Family): TrackedJob | null {
  const tracked: readonly TrackedJob[] = jobContracts.filter(isTracked);
  return tracked.find(({ tracks }) => tracks.column === String(family)) ?? null;
}
