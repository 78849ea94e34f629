import { expect, it } from "vitest";
import { editorAction, editorShortcuts } from "./editor-keys.ts";

const press = (chord: string) => {
  const parts = chord.split("+");
  const key = parts.at(-1) ?? "";
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return editorAction({
    key,
    shiftKey: has("Shift"),
    ctrlKey: has("Ctrl"),
    metaKey: has("Meta"),
    altKey: has("Alt"),
  });
};

const spelled: Record<string, string> = {
  Space: " ",
  Del: "Delete",
  Esc: "Escape",
  "↑": "ArrowUp",
  "↓": "ArrowDown",
  "←": "ArrowLeft",
  "→": "ArrowRight",
};

it("does something for every key that its help names", () => {
  for (const { shortcuts } of editorShortcuts) {
    for (const [name, keys] of shortcuts) {
      for (const chord of keys) {
        const typed = chord.replace(/[^+]+$/, (key) => spelled[key] ?? key);
        expect(press(typed), `${name}: ${chord}`).not.toBeNull();
      }
    }
  }
});

it("nudges by a frame, and by a second with Shift", () => {
  expect(press("ArrowLeft")).toEqual({ type: "nudge", ms: -1_000 / 30 });
  expect(press("Shift+ArrowRight")).toEqual({ type: "nudge", ms: 1_000 });
});

it("leaves keys alone that belong to the browser or to nobody", () => {
  for (const chord of ["Ctrl+r", "Alt+ArrowLeft", "Shift+m", "q", "Tab", "toString", "Ctrl+k"])
    expect(press(chord), chord).toBeNull();
  expect(press("Meta+z")).toEqual({ type: "undo" });
  expect(press("Ctrl+Shift+Z")).toEqual({ type: "redo" });
});
