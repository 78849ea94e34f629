import { recall, remember } from "./browser-memory.ts";

/** What is played of a file: a source by its name, and of a stream one size. */
export interface Quality {
  source: string;
  /** Null lets the line decide. */
  level: string | null;
}

/** @returns a choice as one word, as a list of choices has it */
export const qualityValue = ({ source, level }: Quality) => (level === null ? source : `${source} ${level}`);

/** Reads what `qualityValue` wrote. */
export function readQuality(value: string): Quality {
  const [source = "", level = null] = value.split(" ");
  return { source, level };
}

/** @returns what a person chose last in this browser; null when nothing is known */
export function recallQuality(): Quality | null {
  const value = recall("alcoves-quality");
  return value ? readQuality(value) : null;
}

/** Keeps the choice for the next file. */
export const rememberQuality = (quality: Quality): void => remember("alcoves-quality", qualityValue(quality));
