import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, wordsIn } from "./fold.ts";

describe("folded text", () => {
  it.each([
    ["  Happy \n Birthday ", "happy birthday"],
    ["CRÈME Brûlée", "creme brulee"],
    ["STRASSE", "strasse"],
    ["Straße", "strasse"],
    ["STRAẞE", "strasse"],
    ["ΟΔΟΣ", "οδοσ"],
    ["οδός", "οδοσ"],
    ["İstanbul", "istanbul"],
    ["ﬁn ＡＢＣ", "fin abc"],
    ["don’t", "don't"],
    ["が", "が"],
    ["हिन्दी", "हिन्दी"],
  ])("%s is %s", (text, folded) => expect(foldText(text)).toBe(folded));

  it("is folded no further", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  it("does not take one syllable for the beginning of another", () => {
    expect(foldText("각").startsWith(foldText("가"))).toBe(false);
  });

  it("has words of letters and digits", () => {
    expect(wordsIn("don't stop, 24/7! ñu-हिन्दी 🎉")).toEqual(["don", "t", "stop", "24", "7", "ñu", "हिन्दी"]);
  });
});
