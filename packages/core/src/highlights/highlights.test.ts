import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { createHighlight, listHighlights, removeHighlight, updateHighlight } from "./index.ts";
import { mostHighlights } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** A library with its owner and two contributors. */
async function home() {
  const [ada, cleo, carl] = [await addPerson(instance), await addPerson(instance), await addPerson(instance)];
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
  });
  for (const { userId } of [cleo, carl])
    await prisma.libraryMember.create({ data: { libraryId, userId, role: "contributor" } });
  const enter = (person: TestPerson) => enterLibrary(person.ctx, libraryId, "make highlights");
  const [ctx, asCleo, asCarl] = [await enter(ada), await enter(cleo), await enter(carl)];
  return { libraryId, ctx, asCleo, asCarl };
}

const facts = { name: "Goals", expression: "audio:Cheering & word:goal", color: 4 };

describe("a highlight", () => {
  it("is kept in the one form of its expression, in the order of being made", async () => {
    const { ctx, libraryId } = await home();
    await createHighlight(ctx, { libraryId, ...facts, expression: 'AUDIO:Cheering&word:"goal":20' });
    await createHighlight(ctx, { libraryId, ...facts, name: "Laughs", expression: "audio:Laughter:40" });
    const [first, second] = await listHighlights(ctx);
    expect(first).toMatchObject({
      expression: "audio:Cheering & word:goal",
      windowMs: 5_000,
      mayChange: true,
    });
    expect(second).toMatchObject({ name: "Laughs", expression: "audio:Laughter:40" });
  });

  it.each([
    ["audio:", "At character 7 a value is missing."],
    ["sound:Laughter", "At character 1 sound is none of audio, word, keyword and text."],
    ['"open', "The quotation mark at character 1 is never closed."],
    ["a:101", "At character 3 101 is no whole number from 0 to 100."],
    ["", "The expression is empty."],
    ["a\0b", "An expression holds no such characters."],
  ])("is refused for the expression %j, naming the place", async (expression, message) => {
    const { ctx, libraryId } = await home();
    await expect(createHighlight(ctx, { libraryId, ...facts, expression })).rejects.toThrow(message);
    expect(await listHighlights(ctx)).toEqual([]);
  });

  it("is changed and deleted by who made it and by admins, by no other contributor", async () => {
    const { ctx, asCleo, asCarl, libraryId } = await home();
    const { highlightId } = await createHighlight(asCleo, { libraryId, ...facts });
    expect((await listHighlights(asCarl))[0]?.mayChange).toBe(false);
    await expect(updateHighlight(asCarl, { libraryId, highlightId, ...facts })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(removeHighlight(asCarl, { libraryId, highlightId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await updateHighlight(asCleo, { libraryId, highlightId, ...facts, name: "Hers", windowMs: 0 });
    await updateHighlight(ctx, { libraryId, highlightId, ...facts, name: "An admin's" });
    expect((await listHighlights(asCleo))[0]).toMatchObject({ name: "An admin's", windowMs: 5_000 });
    await removeHighlight(ctx, { libraryId, highlightId });
    await expect(removeHighlight(ctx, { libraryId, highlightId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("of another library is not there", async () => {
    const [here, there] = [await home(), await home()];
    const { highlightId } = await createHighlight(there.ctx, { libraryId: there.libraryId, ...facts });
    for (const act of [
      () => updateHighlight(here.ctx, { libraryId: here.libraryId, highlightId, ...facts }),
      () => removeHighlight(here.ctx, { libraryId: here.libraryId, highlightId }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listHighlights(there.ctx)).toHaveLength(1);
  });

  it("is one of so many: of two made at once, the last place goes to one", async () => {
    const { ctx, libraryId } = await home();
    await prisma.highlight.createMany({
      data: Array.from({ length: mostHighlights - 1 }, (_, at) => ({
        ...{ libraryId, name: `${at}`, expression: "a", color: 0, windowMs: 0 },
      })),
    });
    const made = await Promise.allSettled([1, 2, 3].map(() => createHighlight(ctx, { libraryId, ...facts })));
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listHighlights(ctx)).toHaveLength(mostHighlights);
  });
});
