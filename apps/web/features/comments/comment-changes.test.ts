import { expect, it } from "vitest";
import { threadOf, withComment, withoutComment } from "./comment-changes.ts";
import { comment, thread } from "./comment-fixture.ts";

const whole = thread(comment("whole", 5));
const early = thread(comment("early", 2, { atMs: 1_000 }), [comment("answer", 3, { parentId: "early" })]);
const late = thread(comment("late", 1, { atMs: 9_000 }));
const threads = [whole, early, late];
const ids = (list: { commentId: string }[]) => list.map(({ commentId }) => commentId);

it("puts a comment where the server lists it", () => {
  const same = comment("same", 8, { atMs: 1_000 });
  expect(ids(withComment(threads, same))).toEqual(["whole", "early", "same", "late"]);
  expect(ids(withComment(threads, comment("next", 9)))).toEqual(["whole", "next", "early", "late"]);
  const [, found] = withComment(threads, comment("more", 4, { parentId: "early" }));
  expect(ids(found?.answers ?? [])).toEqual(["answer", "more"]);
  expect(withComment(threads, comment("lost", 4, { parentId: "gone" }))).toEqual(threads);
});

it("changes one in its place, with its answers", () => {
  const [, found] = withComment(threads, comment("early", 2, { atMs: 1_000, text: "changed" }));
  expect(found).toMatchObject({ text: "changed", answers: [{ commentId: "answer" }] });
});

it("takes an answer away alone, and a thread with its answers", () => {
  expect(withoutComment(threads, "answer")).toEqual([whole, { ...early, answers: [] }, late]);
  expect(withoutComment(threads, "early")).toEqual([whole, late]);
});

it("finds the thread of an answer", () => {
  expect(threadOf(threads, "answer")).toBe(early);
  expect(threadOf(threads, "late")).toBe(late);
  expect(threadOf(threads, "gone")).toBeUndefined();
});
