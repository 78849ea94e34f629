import { expect, it } from "vitest";
import { spellChanges, takeUpChanges } from "./kept-changes.ts";
import { beginEditing, changesOf, draftOf, editMoments, put } from "./moment-drafts.ts";
import { momentOf } from "./moment-fixture.ts";

const [cake, speech] = [momentOf("cake"), momentOf("speech")];
const edited = () => {
  const state = beginEditing([cake, speech]);
  const renamed = put(state.wanted, "cake", { ...draftOf(cake), name: "Cake!" });
  const made = put(put(renamed, "speech", undefined), "new", { ...draftOf(cake), name: "New" });
  return editMoments(state, { wanted: made, subject: null });
};

it("brings changes back that were not saved, to be undone as one", () => {
  const before = edited();
  const text = spellChanges(before) ?? "";
  const state = takeUpChanges(beginEditing([cake, speech]), text);
  expect(changesOf(state)).toEqual(changesOf(before));
  expect(state.disputed.size).toBe(0);
  expect(state.past).toHaveLength(1);
  expect(spellChanges(beginEditing([cake]))).toBeNull();
});

it("disputes what somebody else has changed since, and leaves out what is so already", () => {
  const text = spellChanges(edited()) ?? "";
  const now = [
    { ...cake, name: "Torte", revision: 2 },
    { ...momentOf("new"), name: "New" },
  ];
  const state = takeUpChanges(beginEditing(now), text);
  expect([...state.disputed.keys()]).toEqual(["cake"]);
  expect(changesOf(state).map(({ momentId }) => momentId)).toEqual(["cake"]);
});

it.each([
  "",
  "{",
  "[]",
  "[1,null]",
  '[{"momentId":1,"draft":null}]',
  '[{"momentId":"a","draft":{"startMs":1}}]',
])("takes up nothing of %j", (text) => {
  const state = beginEditing([cake]);
  expect(takeUpChanges(state, text)).toBe(state);
});
