import fc from "fast-check";
import { expect, it } from "vitest";
import type { Comment } from "./schema.ts";
import { buildThreads } from "./threads.ts";

function comment(over: Pick<Comment, "commentId" | "parentId" | "atMs">): Comment {
  return {
    ...{ fileId: "film", text: "", revision: 1, createdBy: null, createdAt: new Date(0), editedAt: null },
    ...{ resolvedAt: null, resolvedBy: null, mentions: [] },
    ...{ mayChange: false, mayRemove: false, mayResolve: false },
    ...over,
  };
}

/** Comments oldest first: each begins a thread, or answers one of those before it. */
const comments = fc
  .array(
    fc.record({
      atMs: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
      answers: fc.option(fc.nat(20), { nil: null }),
    }),
    { maxLength: 30 },
  )
  .map((wishes) => {
    const made: Comment[] = [];
    for (const [place, { atMs, answers }] of wishes.entries()) {
      const heads = made.filter(({ parentId }) => parentId === null);
      const parentId = answers === null ? null : (heads[answers % heads.length]?.commentId ?? null);
      made.push(comment({ commentId: `${place}`, parentId, atMs: parentId === null ? atMs : null }));
    }
    return made;
  });

it("every comment stands in one place: heads by time and age, answers under theirs by age", () => {
  fc.assert(
    fc.property(comments, (all) => {
      const threads = buildThreads(all);
      const placed = threads.flatMap(({ answers, ...head }) => [head, ...answers]);
      expect(placed.toSorted(byAge)).toEqual(all);
      for (const { commentId, answers } of threads) {
        expect(answers.map(({ parentId }) => parentId)).toEqual(answers.map(() => commentId));
        expect(answers).toEqual(answers.toSorted(byAge));
      }
      for (const [place, thread] of threads.entries()) {
        const next = threads[place + 1];
        if (!next) continue;
        const [here, there] = [thread.atMs ?? -1, next.atMs ?? -1];
        expect(here < there || (here === there && byAge(thread, next) < 0)).toBe(true);
      }
    }),
  );
});

it("an answer without its thread is left out", () => {
  expect(buildThreads([comment({ commentId: "1", parentId: "gone", atMs: null })])).toEqual([]);
});

function byAge(a: Comment, b: Comment): number {
  return Number(a.commentId) - Number(b.commentId);
}
