import { spellMention } from "@alcoves/core/comments/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeText, emptyDraft, openMention, putMention, readDraft, spellDraft } from "./comment-draft.ts";

const vera = { userId: "0190a3c0-0000-7000-8000-00000000000a", name: "Vera" };
const twin = { userId: "0190a3c0-0000-7000-8000-00000000000b", name: "Vera" };
const names = new Map([vera, twin].map(({ userId, name }) => [userId, name]));
const nameOf = (userId: string) => names.get(userId) ?? null;

/** Types at a place, as a field tells it. */
function type(draft: ReturnType<typeof changeText>, at: number, typed: string) {
  const text = draft.text.slice(0, at) + typed + draft.text.slice(at);
  return changeText(draft, text, at + typed.length);
}

const part = fc.oneof(
  fc.constantFrom(vera, twin).map(({ userId }) => spellMention(userId)),
  fc.uuid().map(spellMention),
  fc.string({ unit: "grapheme" }),
);
const spelled = fc.array(part).map((parts) => parts.join(""));

describe("a draft", () => {
  it("of a comment is spelled as that comment, whoever it mentions", () => {
    fc.assert(
      fc.property(spelled, (text) => {
        expect(spellDraft(readDraft(text, nameOf))).toBe(text);
      }),
    );
  });

  it("keeps every mention that a change left alone, wherever something is typed or deleted", () => {
    fc.assert(
      fc.property(spelled, fc.nat(), fc.nat(8), fc.string(), (text, where, length, typed) => {
        const draft = readDraft(text, nameOf);
        const at = where % (draft.text.length + 1);
        const end = Math.min(draft.text.length, at + length);
        const next = changeText(
          draft,
          draft.text.slice(0, at) + typed + draft.text.slice(end),
          at + typed.length,
        );
        for (const { start, end, userId } of next.mentions)
          expect(next.text.slice(start, end)).toBe(`@${nameOf(userId)}`);
        const untouched = draft.mentions.filter((mention) => mention.end <= at || mention.start >= end);
        expect(next.mentions.length).toBeGreaterThanOrEqual(untouched.length);
      }),
    );
  });

  it("tells two of one name apart", () => {
    let { draft, caret } = putMention(emptyDraft, { start: 0, end: 0 }, vera);
    ({ draft, caret } = putMention(draft, { start: caret, end: caret }, twin));
    expect(draft.text).toBe("@Vera @Vera ");
    expect(spellDraft(draft)).toBe(`${spellMention(vera.userId)} ${spellMention(twin.userId)} `);
    const front = type(draft, 0, "@");
    expect(spellDraft(front)).toBe(`@${spellMention(vera.userId)} ${spellMention(twin.userId)} `);
    expect(spellDraft(type(draft, 3, "r"))).toBe(`@Verra ${spellMention(twin.userId)} `);
  });
});

describe("mentioning", () => {
  const open = (text: string, caret = text.length) => openMention({ text, mentions: [] }, caret);

  it("begins with an @ that is not in a word, and goes on over the blanks of a name", () => {
    expect(open("@")).toEqual({ start: 0, end: 1, query: "" });
    expect(open("ask @Ve")).toEqual({ start: 4, end: 7, query: "Ve" });
    expect(open("(@Vera Rub")).toEqual({ start: 1, end: 10, query: "Vera Rub" });
    expect(open("ask @Ve then", 6)).toEqual({ start: 4, end: 6, query: "V" });
    for (const text of ["", "me@example", "@ now", "@Ve\nthen", `@${"a".repeat(41)}`])
      expect(open(text), text).toBeNull();
    expect(open("@Ve", 0)).toBeNull();
  });

  it("is over behind one who was chosen", () => {
    const { draft, caret } = putMention(emptyDraft, { start: 0, end: 0 }, vera);
    expect(openMention(draft, caret)).toBeNull();
    expect(openMention(draft, 3)).toBeNull();
  });

  it("replaces what was typed, and puts one blank behind", () => {
    const draft = { text: "so @ve, no", mentions: [] };
    const put = putMention(draft, { start: 3, end: 6 }, vera);
    expect(put).toMatchObject({ draft: { text: "so @Vera , no" }, caret: 9 });
    expect(putMention({ text: "@ve no", mentions: [] }, { start: 0, end: 3 }, vera).draft.text).toBe(
      "@Vera no",
    );
  });
});
