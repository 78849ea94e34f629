import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CommentPart,
  CommentText,
  longestComment,
  mentionedIn,
  partsOf,
  readable,
  spellMention,
} from "./schema.ts";

const part: fc.Arbitrary<CommentPart> = fc.oneof(
  fc.record({ kind: fc.constant("mention" as const), userId: fc.uuid() }),
  // What looks nearly like a mention, too.
  fc.record({
    kind: fc.constant("text" as const),
    text: fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom("<@", ">", "<@1>", "@", "<"),
    ),
  }),
);

const spell = (parts: readonly CommentPart[]) =>
  parts.map((one) => (one.kind === "text" ? one.text : spellMention(one.userId))).join("");

describe("a comment's text", () => {
  it("is read in the pieces that it was written in, neighbouring texts as one", () => {
    fc.assert(
      fc.property(fc.array(part), (written) => {
        const joined: CommentPart[] = [];
        for (const one of written) {
          const last = joined.at(-1);
          if (one.kind === "text" && last?.kind === "text") last.text += one.text;
          else joined.push({ ...one });
        }
        expect(partsOf(spell(written))).toEqual(joined);
      }),
    );
  });

  it("stays what it is when its pieces are joined, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.uuid(), (text, userId) => {
        const whole = `${text}<@${userId}>${text}`;
        expect(spell(partsOf(whole))).toBe(whole);
      }),
    );
  });

  it("mentions each one once, and shows them by name", () => {
    const [a, b] = ["0190a3c0-0000-7000-8000-00000000000a", "0190a3c0-0000-7000-8000-00000000000b"];
    const text = `${spellMention(a)}, ask ${spellMention(b)} and ${spellMention(a)}.`;
    expect(mentionedIn(text)).toEqual([a, b]);
    expect(readable(text, (userId) => (userId === a ? "Vera" : "a [strange](name)"))).toBe(
      "@Vera, ask @a [strange](name) and @Vera.",
    );
  });

  it("keeps its lines and refuses what cannot be seen", () => {
    expect(CommentText.parse("  one\r\n\ttwo\n")).toBe("one\n two");
    for (const text of ["", " \n ", "a\u0000", "\u0007 bell", "a\u001b[31m", "a".repeat(longestComment + 1)])
      expect(CommentText.safeParse(text).success, JSON.stringify(text)).toBe(false);
    expect(CommentText.safeParse("a".repeat(longestComment)).success).toBe(true);
  });
});
