import {
  changesOf,
  type EditedMoments,
  editMoments,
  isSame,
  type MomentDraft,
  put,
} from "./moment-drafts.ts";

/** A change that is not saved, with the revision that it was made on; a null draft deletes. */
interface KeptChange {
  momentId: string;
  seen: number | null;
  draft: MomentDraft | null;
}

/** @returns the changes that are not saved, as a text that `takeUpChanges` reads; null without any */
export function spellChanges(state: EditedMoments): string | null {
  const kept = changesOf(state).map(
    ({ momentId, seen }): KeptChange => ({ momentId, seen, draft: state.wanted.get(momentId) ?? null }),
  );
  return kept.length > 0 ? JSON.stringify(kept) : null;
}

/**
 * Makes changes again that were not saved when the page was left, as after a crash. What somebody else has changed since is disputed.
 * @param text of `spellChanges`; anything else changes nothing
 */
export function takeUpChanges(state: EditedMoments, text: string): EditedMoments {
  const kept = readChanges(text);
  let { wanted } = state;
  const disputed = new Map(state.disputed);
  for (const { momentId, seen, draft } of kept) {
    const now = state.saved.get(momentId);
    if (isSame(now, draft ?? undefined)) continue;
    wanted = put(wanted, momentId, draft ?? undefined);
    if ((now?.revision ?? null) !== seen && (now || seen !== null)) disputed.set(momentId, null);
  }
  return wanted === state.wanted ? state : editMoments({ ...state, disputed }, { wanted, subject: null });
}

function readChanges(text: string): KeptChange[] {
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter(isKeptChange) : [];
  } catch {
    return []; // written by something else
  }
}

function isKeptChange(value: unknown): value is KeptChange {
  if (typeof value !== "object" || value === null || !("momentId" in value) || !("draft" in value))
    return false;
  const { draft } = value;
  if (typeof value.momentId !== "string") return false;
  return draft === null || (typeof draft === "object" && "startMs" in draft && "tags" in draft);
}
