import type { Moment, MomentChange, MomentConflict, SaveOutcome } from "@alcoves/core/moments/schema";
import type { Tag } from "@alcoves/core/tags/schema";

/** What people give a moment. */
export interface MomentDraft {
  name: string;
  description: string;
  startMs: number;
  endMs: number;
  tags: readonly Tag[];
}

/** How the moments of a file should be, by their ids. */
export type Wanted = ReadonlyMap<string, MomentDraft>;

/** The moments of a file while somebody edits them: as they are on the server, and as they should be. */
export interface EditedMoments {
  readonly saved: ReadonlyMap<string, Moment>;
  /** Revisions of deleted ones: they can be brought back. */
  readonly gone: ReadonlyMap<string, number>;
  readonly wanted: Wanted;
  /** Changed here and meanwhile elsewhere too, with who did that where it is known: to be settled before they are saved. */
  readonly disputed: ReadonlyMap<string, string | null>;
  readonly past: readonly Wanted[];
  readonly future: readonly Wanted[];
  /** What the last edit was about: further ones about the same are undone with it. */
  readonly subject: string | null;
}

/** Edits that can be undone. */
const mostPast = 200;

/** @returns moments that nobody has edited yet */
export function beginEditing(moments: readonly Moment[]): EditedMoments {
  return {
    saved: byId(moments),
    gone: new Map(),
    wanted: new Map(moments.map((moment) => [moment.momentId, draftOf(moment)])),
    disputed: new Map(),
    past: [],
    future: [],
    subject: null,
  };
}

/** Changes moments. @param edit.subject edits in a row about the same subject are one; null stands for itself */
export function editMoments(
  state: EditedMoments,
  { wanted, subject }: { wanted: Wanted; subject: string | null },
): EditedMoments {
  const goesOn = subject !== null && subject === state.subject;
  const past = goesOn ? state.past : [...state.past, state.wanted].slice(-mostPast);
  return { ...state, wanted, past, future: [], subject };
}

/** Takes the last edit back, also one that was saved: then it is a change to be saved. */
export function undoEdit(state: EditedMoments): EditedMoments {
  const wanted = state.past.at(-1);
  if (!wanted) return state;
  return {
    ...state,
    wanted,
    past: state.past.slice(0, -1),
    future: [state.wanted, ...state.future],
    subject: null,
  };
}

/** Makes the edit again that was taken back last. */
export function redoEdit(state: EditedMoments): EditedMoments {
  const [wanted, ...future] = state.future;
  if (!wanted) return state;
  return { ...state, wanted, past: [...state.past, state.wanted], future, subject: null };
}

/** @returns what a save has to say: one change for each moment that is not as it should be */
export function changesOf({ saved, gone, wanted }: EditedMoments): MomentChange[] {
  const ids = new Set([...saved.keys(), ...wanted.keys()]);
  return [...ids].flatMap((momentId): MomentChange[] => {
    const [is, should] = [saved.get(momentId), wanted.get(momentId)];
    if (isSame(is && draftOf(is), should)) return [];
    return [
      {
        momentId,
        seen: is?.revision ?? gone.get(momentId) ?? null,
        facts: should ? factsOf(should) : null,
      },
    ];
  });
}

/** Takes in the moments as they are on the server now: what was not edited here follows, what was is disputed where both changed. */
export function receiveMoments(state: EditedMoments, moments: readonly Moment[]): EditedMoments {
  const now = byId(moments);
  const moved = [...new Set([...state.saved.keys(), ...now.keys()])].filter(
    (id) => state.saved.get(id)?.revision !== now.get(id)?.revision,
  );
  const gone = new Map(state.gone);
  for (const id of moved) {
    const before = state.saved.get(id);
    if (!now.has(id) && before) gone.set(id, before.revision + 1);
  }
  return follow({ ...state, gone }, { now, moved, changedBy: new Map() });
}

/** Takes in what a save was answered. A conflict is as news of what others did. */
export function receiveOutcome(state: EditedMoments, outcome: SaveOutcome): EditedMoments {
  return outcome.outcome === "conflict"
    ? receiveConflicts(state, outcome.conflicts)
    : receiveSaved(state, outcome);
}

function receiveConflicts(state: EditedMoments, conflicts: readonly MomentConflict[]): EditedMoments {
  const [now, gone] = [new Map(state.saved), new Map(state.gone)];
  for (const conflict of conflicts) {
    if (conflict.now) now.set(conflict.momentId, conflict.now);
    else now.delete(conflict.momentId);
    if (!conflict.now && conflict.revision !== null) gone.set(conflict.momentId, conflict.revision);
  }
  const moved = conflicts.map(({ momentId }) => momentId);
  const changedBy = new Map(conflicts.map(({ momentId, changedBy }) => [momentId, changedBy]));
  return follow({ ...state, gone }, { now, moved, changedBy });
}

/** What was saved is as it should be, unless it was edited further while the save was on its way. */
function receiveSaved(
  state: EditedMoments,
  { moments, removed }: Extract<SaveOutcome, { outcome: "saved" }>,
): EditedMoments {
  const [saved, gone] = [new Map(state.saved), new Map(state.gone)];
  for (const moment of moments) saved.set(moment.momentId, moment);
  for (const { momentId, revision } of removed) {
    saved.delete(momentId);
    gone.set(momentId, revision);
  }
  return { ...state, saved, gone, subject: null };
}

/** Decides between what both changed: mine is saved over theirs, or theirs is taken. */
export function settleDispute(
  state: EditedMoments,
  momentId: string,
  whose: "mine" | "theirs",
): EditedMoments {
  const disputed = new Map(state.disputed);
  disputed.delete(momentId);
  if (whose === "mine") return { ...state, disputed };
  const theirs = state.saved.get(momentId);
  const wanted = put(state.wanted, momentId, theirs && draftOf(theirs));
  return editMoments({ ...state, disputed }, { wanted, subject: null });
}

interface News {
  now: ReadonlyMap<string, Moment>;
  /** Ids of what is not as it was. */
  moved: readonly string[];
  changedBy: ReadonlyMap<string, string | null>;
}

function follow(state: EditedMoments, { now, moved, changedBy }: News): EditedMoments {
  const disputed = new Map(state.disputed);
  let { wanted, past, future } = state;
  for (const id of moved) {
    const [was, is] = [state.saved.get(id), now.get(id)];
    const [before, after] = [was && draftOf(was), is && draftOf(is)];
    const mine = wanted.get(id);
    if (!isSame(mine, before) && !isSame(mine, after)) disputed.set(id, changedBy.get(id) ?? null);
    if (isSame(mine, after)) disputed.delete(id);
    // Undo must not bring back what somebody else has changed since.
    const rebase = (each: Wanted) => (isSame(each.get(id), before) ? put(each, id, after) : each);
    wanted = rebase(wanted);
    past = past.map(rebase);
    future = future.map(rebase);
  }
  return { ...state, saved: now, wanted, past, future, disputed };
}

/** @returns the moments with one put in, or taken out of them */
export function put(wanted: Wanted, momentId: string, draft: MomentDraft | undefined): Wanted {
  const next = new Map(wanted);
  if (draft) next.set(momentId, draft);
  else next.delete(momentId);
  return next;
}

/** @returns whether two moments, or their absence, are the same to people */
export function isSame(a: MomentDraft | undefined, b: MomentDraft | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.name === b.name &&
    a.description === b.description &&
    a.startMs === b.startMs &&
    a.endMs === b.endMs &&
    idsOf(a.tags).join() === idsOf(b.tags).join()
  );
}

/** @returns what people gave a moment */
export function draftOf({ name, description, startMs, endMs, tags }: Moment): MomentDraft {
  return { name, description, startMs, endMs, tags };
}

function factsOf({ name, description, startMs, endMs, tags }: MomentDraft) {
  return { name, description, startMs, endMs, tagIds: idsOf(tags) };
}

const idsOf = (tags: readonly Tag[]) => tags.map(({ tagId }) => tagId).toSorted();

const byId = (moments: readonly Moment[]) => new Map(moments.map((moment) => [moment.momentId, moment]));
