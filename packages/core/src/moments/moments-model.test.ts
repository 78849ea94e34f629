import { randomUUID } from "node:crypto";
import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { listMoments, saveMoments } from "./index.ts";
import type { MomentChange } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const ada = await addPerson(instance);
const { libraryId } = ada;
const ctx = await enterLibrary(ada.ctx, libraryId, "make moments");

/** What a moment is in the model; `isGone` still has its revision. */
interface ModelMoment {
  revision: number;
  isGone: boolean;
  startMs: number;
  endMs: number;
  name: string;
}

const few = fc.integer({ min: 0, max: 3 });
const change = fc.record({
  at: few,
  /** How many revisions behind what is known is; more than there are is a moment thought to be new. */
  behind: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: few }),
  facts: fc.option(fc.record({ startMs: few, lengthMs: few, name: fc.constantFrom("a", "b") }), { freq: 4 }),
});
const batches = fc.array(fc.uniqueArray(change, { selector: ({ at }) => at, minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
});

it("saves all or nothing, and only what was seen as it is: 50 histories as a model has them", async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (history) => {
      const { id: fileId } = await prisma.file.create({
        data: {
          libraryId,
          name: "f",
          kind: "audio",
          mimeType: "audio/mpeg",
          sizeBytes: 1n,
          durationMs: 9_000,
        },
      });
      const ids = Array.from({ length: 4 }, () => randomUUID());
      const model = new Map<string, ModelMoment>();
      for (const batch of history) {
        const changes = batch.map(({ at, behind, facts }): MomentChange => {
          const momentId = ids[at] ?? "";
          const seen = (model.get(momentId)?.revision ?? 0) - behind;
          return { momentId, seen: seen > 0 ? seen : null, facts: facts && factsOf(facts) };
        });
        const saved = await saveMoments(ctx, { libraryId, fileId, changes });
        expect(saved.outcome).toBe(applyTo(model, changes));
        const there = [...model].filter(([, { isGone }]) => !isGone);
        const listed = await listMoments(ctx, { libraryId, fileId });
        expect(
          new Map(
            listed.map(({ momentId, revision, startMs, endMs, name }) => [
              momentId,
              { revision, startMs, endMs, name, isGone: false },
            ]),
          ),
        ).toEqual(new Map(there));
        const sorted = listed.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
        expect(listed.map(({ startMs }) => startMs)).toEqual(sorted.map(({ startMs }) => startMs));
      }
    }),
    { numRuns: 50 },
  );
}, 120_000);

function factsOf({ startMs, lengthMs, name }: { startMs: number; lengthMs: number; name: string }) {
  return {
    name,
    description: "",
    startMs: startMs * 1_000,
    endMs: startMs * 1_000 + 500 + lengthMs * 500,
    tagIds: [],
  };
}

function applyTo(model: Map<string, ModelMoment>, changes: readonly MomentChange[]): "saved" | "conflict" {
  const isSo = ({ momentId, facts }: MomentChange) => {
    const now = model.get(momentId);
    if (!facts) return !now || now.isGone;
    const { startMs, endMs, name } = facts;
    return now && !now.isGone && now.startMs === startMs && now.endMs === endMs && now.name === name;
  };
  const isLate = (each: MomentChange) => (model.get(each.momentId)?.revision ?? null) !== each.seen;
  if (changes.some((each) => isLate(each) && !isSo(each))) return "conflict";
  for (const each of changes.filter((each) => !isSo(each))) {
    const before = model.get(each.momentId);
    const revision = (before?.revision ?? 0) + 1;
    if (each.facts) {
      const { startMs, endMs, name } = each.facts;
      model.set(each.momentId, { revision, isGone: false, startMs, endMs, name });
    } else if (before) {
      model.set(each.momentId, { ...before, revision, isGone: true });
    }
  }
  return "saved";
}
