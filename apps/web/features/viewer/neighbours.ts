import type { ViewedFiles } from "./viewed-files.ts";

/** Pictures loaded ahead on each side. */
const aheadOnEachSide = 2;

/** @returns the previews to load ahead of turning, the next file's first */
export function previewsAround(files: Pick<ViewedFiles, "at">, index: number): string[] {
  if (index < 0) return [];
  const steps = Array.from({ length: aheadOnEachSide }, (_, step) => [step + 1, -step - 1]).flat();
  return steps.flatMap((step) => files.at(index + step)?.pictures?.preview ?? []);
}
