import type { PlayerAction, PlayerKey } from "../viewer/player-keys.ts";

/** What a key does in the editor. */
export type EditorAction =
  | { type: "player"; action: PlayerAction }
  | { type: "new" | "markIn" | "markOut" | "split" | "remove" | "loop" | "deselect" | "rename" }
  | { type: "select"; step: 1 | -1 }
  /** Moves the selected bar by so much, ms; where none is selected, the playhead goes 5 s. */
  | { type: "nudge"; ms: number }
  | { type: "zoom"; factor: number }
  | { type: "scroll"; direction: 1 | -1 }
  | { type: "fit" | "centre" | "snap" | "help" | "undo" | "redo" | "save" };

/** One frame at 30 frames a second, ms. */
const frameMs = 1_000 / 30;
const zoomStep = 1.5;

const play: EditorAction = { type: "player", action: { type: "playPause" } };
const seekBy = (seconds: number): EditorAction => ({ type: "player", action: { type: "seekBy", seconds } });

const actions: Record<string, EditorAction> = {
  " ": play,
  k: play,
  j: seekBy(-5),
  l: seekBy(5),
  ",": { type: "player", action: { type: "stepFrame", frames: -1 } },
  ".": { type: "player", action: { type: "stepFrame", frames: 1 } },
  "<": { type: "player", action: { type: "rateBy", steps: -1 } },
  ">": { type: "player", action: { type: "rateBy", steps: 1 } },
  arrowleft: { type: "nudge", ms: -frameMs },
  arrowright: { type: "nudge", ms: frameMs },
  arrowup: { type: "select", step: -1 },
  arrowdown: { type: "select", step: 1 },
  m: { type: "new" },
  n: { type: "new" },
  i: { type: "markIn" },
  o: { type: "markOut" },
  s: { type: "split" },
  delete: { type: "remove" },
  backspace: { type: "remove" },
  r: { type: "loop" },
  enter: { type: "rename" },
  f2: { type: "rename" },
  escape: { type: "deselect" },
  z: { type: "zoom", factor: zoomStep },
  "+": { type: "zoom", factor: zoomStep },
  "=": { type: "zoom", factor: zoomStep },
  x: { type: "zoom", factor: 1 / zoomStep },
  "-": { type: "zoom", factor: 1 / zoomStep },
  f: { type: "fit" },
  a: { type: "scroll", direction: -1 },
  d: { type: "scroll", direction: 1 },
  c: { type: "centre" },
  g: { type: "snap" },
  "?": { type: "help" },
};

const withControl: Record<string, EditorAction> = {
  z: { type: "undo" },
  "shift+z": { type: "redo" },
  y: { type: "redo" },
  s: { type: "save" },
};

/** Signs that keyboards make with Shift, or without, each as it likes. */
const signs = new Set(["<", ">", "+", "=", "?"]);

/** @returns what a key press does, null when it is none of the editor's. Shift makes the arrows nudge by a second. */
export function editorAction({ key, shiftKey, ctrlKey, metaKey, altKey }: PlayerKey): EditorAction | null {
  if (altKey) return null;
  const name = key.toLowerCase();
  if (ctrlKey || metaKey) return own(withControl, shiftKey ? `shift+${name}` : name);
  const action = own(actions, name);
  if (!action || !shiftKey || signs.has(name)) return action;
  return action.type === "nudge" ? { type: "nudge", ms: Math.sign(action.ms) * 1_000 } : null;
}

function own(table: Record<string, EditorAction>, name: string): EditorAction | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}

/** Every key of the editor for those who read them: groups by their names among the messages. */
export const editorShortcuts = [
  {
    group: "play",
    shortcuts: [
      ["play", ["Space", "K"]],
      ["seek", ["J", "L"]],
      ["frame", [",", "."]],
      ["rate", ["<", ">"]],
      ["loop", ["R"]],
    ],
  },
  {
    group: "moments",
    shortcuts: [
      ["new", ["M", "N"]],
      ["marks", ["I", "O"]],
      ["split", ["S"]],
      ["select", ["↑", "↓"]],
      ["nudge", ["←", "→"]],
      ["nudgeSecond", ["Shift+←", "Shift+→"]],
      ["rename", ["Enter"]],
      ["remove", ["Del"]],
      ["deselect", ["Esc"]],
    ],
  },
  {
    group: "timeline",
    shortcuts: [
      ["zoom", ["Z", "X"]],
      ["fit", ["F"]],
      ["scroll", ["A", "D"]],
      ["centre", ["C"]],
      ["snap", ["G"]],
    ],
  },
  {
    group: "changes",
    shortcuts: [
      ["save", ["Ctrl+S"]],
      ["undo", ["Ctrl+Z"]],
      ["redo", ["Ctrl+Shift+Z"]],
      ["help", ["?"]],
    ],
  },
] as const;
