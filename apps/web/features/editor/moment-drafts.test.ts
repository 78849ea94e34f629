import type { Moment, SaveOutcome } from "@alcoves/core/moments/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beginEditing,
  changesOf,
  draftOf,
  type EditedMoments,
  editMoments,
  isSame,
  put,
  receiveMoments,
  receiveOutcome,
  redoEdit,
  settleDispute,
  undoEdit,
} from "./moment-drafts.ts";
import { momentOf } from "./moment-fixture.ts";

const [cake, speech] = [momentOf("cake"), momentOf("speech", { startMs: 5_000, endMs: 6_000 })];

const rename = (state: EditedMoments, id: string, name: string, subject: string | null = null) => {
  const before = state.wanted.get(id);
  return editMoments(state, { wanted: put(state.wanted, id, before && { ...before, name }), subject });
};
const remove = (state: EditedMoments, id: string) =>
  editMoments(state, { wanted: put(state.wanted, id, undefined), subject: null });
const savedOf = (moments: Moment[], removed: { momentId: string; revision: number }[] = []): SaveOutcome => ({
  outcome: "saved",
  moments,
  removed,
});

describe("edits", () => {
  it("are what differs from the server, and nothing when taken back", () => {
    const state = rename(remove(beginEditing([cake, speech]), "speech"), "cake", "Cake!");
    const { tags, ...draft } = draftOf(cake);
    expect(tags).toEqual([]);
    expect(changesOf(state)).toEqual([
      { momentId: "cake", seen: 1, facts: { ...draft, name: "Cake!", tagIds: [] } },
      { momentId: "speech", seen: 1, facts: null },
    ]);
    expect(changesOf(undoEdit(undoEdit(state)))).toEqual([]);
    expect(changesOf(redoEdit(redoEdit(undoEdit(undoEdit(state)))))).toEqual(changesOf(state));
    expect(undoEdit(beginEditing([]))).toEqual(beginEditing([]));
  });

  it("in a row about the same are undone as one", () => {
    let state = beginEditing([cake]);
    for (const name of ["C", "Ca", "Cak"]) state = rename(state, "cake", name, "name:cake");
    state = rename(state, "cake", "other", "drag:cake");
    expect(undoEdit(state).wanted.get("cake")?.name).toBe("Cak");
    expect(undoEdit(undoEdit(state)).wanted.get("cake")?.name).toBe("cake");
  });

  it("that were saved can be undone: the way back is a change on the newest revision", () => {
    let state = remove(rename(beginEditing([cake, speech]), "cake", "Cake!"), "speech");
    const saved = savedOf([{ ...cake, name: "Cake!", revision: 2 }], [{ momentId: "speech", revision: 2 }]);
    state = receiveOutcome(state, saved);
    expect(changesOf(state)).toEqual([]);
    state = undoEdit(undoEdit(state));
    expect(changesOf(state).map(({ momentId, seen, facts }) => [momentId, seen, facts?.name])).toEqual([
      ["cake", 2, "cake"],
      ["speech", 2, "speech"],
    ]);
  });

  it("that go on while a save is on its way stay", () => {
    const sent = rename(beginEditing([cake]), "cake", "Cake!");
    const later = rename(sent, "cake", "Cake!!");
    const state = receiveOutcome(later, savedOf([{ ...cake, name: "Cake!", revision: 2 }]));
    expect(changesOf(state)).toMatchObject([{ seen: 2, facts: { name: "Cake!!" } }]);
  });
});

describe("what others change", () => {
  it("is followed where nothing was edited here, and undo does not bring the old back", () => {
    let state = rename(beginEditing([cake, speech]), "speech", "Talk");
    state = receiveMoments(state, [{ ...cake, name: "Torte", revision: 2 }, speech]);
    expect(state.wanted.get("cake")?.name).toBe("Torte");
    expect(state.disputed.size).toBe(0);
    expect(changesOf(undoEdit(state))).toEqual([]);
  });

  it("is disputed where both changed it, until somebody decides", () => {
    let state = rename(beginEditing([cake]), "cake", "Mine");
    state = receiveMoments(state, [{ ...cake, name: "Theirs", revision: 2 }]);
    expect([...state.disputed.keys()]).toEqual(["cake"]);
    const mine = settleDispute(state, "cake", "mine");
    expect(changesOf(mine)).toMatchObject([{ seen: 2, facts: { name: "Mine" } }]);
    const theirs = settleDispute(state, "cake", "theirs");
    expect(changesOf(theirs)).toEqual([]);
    expect(changesOf(undoEdit(theirs))).toMatchObject([{ seen: 2, facts: { name: "Mine" } }]);
  });

  it("is told by a refused save too, with who it was", () => {
    const state = receiveOutcome(rename(beginEditing([cake]), "cake", "Mine"), {
      outcome: "conflict",
      conflicts: [{ momentId: "cake", revision: 3, now: null, changedBy: "Cleo" }],
    });
    expect([...state.disputed]).toEqual([["cake", "Cleo"]]);
    expect(changesOf(settleDispute(state, "cake", "mine"))).toMatchObject([{ seen: 3 }]);
    expect(changesOf(settleDispute(state, "cake", "theirs"))).toEqual([]);
  });

  it("is no dispute when both want the same", () => {
    const state = receiveMoments(rename(beginEditing([cake]), "cake", "Same"), [
      { ...cake, name: "Same", revision: 2 },
    ]);
    expect(state.disputed.size).toBe(0);
    expect(changesOf(state)).toEqual([]);
  });

  it("never takes an edit away, whatever comes in between", () => {
    const id = fc.constantFrom("a", "b", "c");
    const name = fc.constantFrom("x", "y", "z");
    const step = fc.oneof(
      fc.record({ kind: fc.constant("edit" as const), id, name }),
      fc.record({ kind: fc.constant("remove" as const), id }),
      fc.record({ kind: fc.constant("undo" as const) }),
      fc.record({ kind: fc.constant("theirs" as const), id, name: fc.option(name) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let server = ["a", "b"].map((each) => momentOf(each));
        let state = beginEditing(server);
        let revision = 1;
        for (const each of steps) {
          if (each.kind === "edit") {
            const draft = state.wanted.get(each.id) ?? draftOf(momentOf(each.id));
            const wanted = put(state.wanted, each.id, { ...draft, name: each.name });
            state = editMoments(state, { wanted, subject: null });
          } else if (each.kind === "remove") {
            state = remove(state, each.id);
          } else if (each.kind === "undo") {
            state = undoEdit(state);
          } else {
            revision += 1;
            const rest = server.filter(({ momentId }) => momentId !== each.id);
            server = each.name ? [...rest, momentOf(each.id, { name: each.name, revision })] : rest;
            const before = state;
            state = receiveMoments(before, server);
            for (const { momentId } of changesOf(before)) {
              const [mine, kept] = [before.wanted.get(momentId), state.wanted.get(momentId)];
              expect(isSame(mine, kept)).toBe(true);
            }
          }
          const wanted = new Map(changesOf(state).map(({ momentId, facts }) => [momentId, facts]));
          for (const moment of server) {
            if (wanted.has(moment.momentId)) continue;
            expect(isSame(state.wanted.get(moment.momentId), draftOf(moment))).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
