import type { Moment } from "@alcoves/core/moments/schema";

/** @returns a moment for tests */
export function momentOf(momentId: string, over: Partial<Moment> = {}): Moment {
  return {
    momentId,
    fileId: "film",
    revision: 1,
    name: momentId,
    description: "",
    startMs: 0,
    endMs: 1_000,
    tags: [],
    createdBy: "Ada",
    mayChange: true,
    export: { status: "not_needed", progress: 0, etaSeconds: null, error: null },
    clipUrl: null,
    ...over,
  };
}
