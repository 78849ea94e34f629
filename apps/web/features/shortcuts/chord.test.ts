import { describe, expect, it } from "vitest";
import { isSingleKey, type KeyPress, matchesChord } from "./chord.ts";

function press(key: string, more: Partial<KeyPress> & { altGraph?: boolean } = {}): KeyPress {
  const { altGraph = false, ...rest } = more;
  return {
    ...{ key, code: "", isComposing: false },
    ...{ shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
    getModifierState: () => altGraph,
    ...rest,
  };
}
const shift = { shiftKey: true };

describe("matchesChord", () => {
  it.each([
    ["F", press("f")],
    ["F", press("F")], // caps lock
    ["Shift+D", press("D", shift)],
    ["/", press("/")],
    ["/", press("/", shift)], // Shift+7 in Germany
    ["Plus", press("+", shift)],
    ["Plus", press("+")], // of the number pad, and in Germany
    ["?", press("?", shift)],
    ["/", press("/", { altGraph: true, ctrlKey: true, altKey: true })], // behind AltGr, as Windows tells it
    ["1", press("1")],
    ["1", press("1", shift)], // digits are shifted in France
    ["F", press("а", { code: "KeyF" })], // Russian
    ["Delete", press("Delete")],
    ["Shift+Delete", press("Delete", shift)],
    ["Space", press(" ")],
    ["F2", press("F2")],
    ["Mod+K", press("k", { ctrlKey: true })],
    ["Mod+K", press("л", { code: "KeyK", ctrlKey: true })],
  ])("takes %s", (chord, key) => {
    expect(matchesChord(key, chord, false)).toBe(true);
  });

  it.each([
    ["F", press("F", shift)],
    ["F", press("f", { ctrlKey: true })],
    ["F", press("f", { altKey: true })],
    ["F", press("f", { metaKey: true })],
    ["F", press("ф", { code: "KeyA" })],
    ["Q", press("q", { altGraph: true, ctrlKey: true, altKey: true })],
    ["Shift+D", press("d")],
    ["Delete", press("Delete", shift)],
    ["/", press("/", { ctrlKey: true })],
    ["/", press("7", shift)],
    ["1", press("!", shift)],
    ["Mod+K", press("k")],
    ["Mod+K", press("k", { ctrlKey: true, altKey: true })],
    ["Mod+K", press("K", { ctrlKey: true, shiftKey: true })],
    ["Mod+K", press("k", { metaKey: true })],
    ["F", press("f", { isComposing: true })],
  ])("leaves %s to what was pressed", (chord, key) => {
    expect(matchesChord(key, chord, false)).toBe(false);
  });

  it("takes ⌘ for Mod on Apple's devices, and not Ctrl", () => {
    expect(matchesChord(press("k", { metaKey: true }), "Mod+K", true)).toBe(true);
    expect(matchesChord(press("k", { ctrlKey: true }), "Mod+K", true)).toBe(false);
  });
});

it("letters, digits and signs are single keys; named keys and those with Ctrl are none", () => {
  for (const chord of ["F", "Shift+D", "/", "?", "1"]) expect(isSingleKey(chord), chord).toBe(true);
  for (const chord of ["Mod+K", "Delete", "Space", "F2"]) expect(isSingleKey(chord), chord).toBe(false);
});
