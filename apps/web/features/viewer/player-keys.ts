/** What a key does to a player. */
export type PlayerAction =
  | { type: "playPause" }
  | { type: "seekBy"; seconds: number }
  | { type: "stepFrame"; frames: 1 | -1 }
  | { type: "mute" }
  | { type: "fullscreen" }
  | { type: "volumeBy"; amount: number }
  | { type: "rateBy"; steps: 1 | -1 }
  | { type: "loop" }
  | { type: "captions" }
  | { type: "pictureInPicture" };

/** The parts of a key press that count. */
export interface PlayerKey {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const actions: Record<string, PlayerAction> = {
  " ": { type: "playPause" },
  k: { type: "playPause" },
  j: { type: "seekBy", seconds: -10 },
  l: { type: "seekBy", seconds: 10 },
  arrowleft: { type: "seekBy", seconds: -5 },
  arrowright: { type: "seekBy", seconds: 5 },
  ",": { type: "stepFrame", frames: -1 },
  ".": { type: "stepFrame", frames: 1 },
  arrowup: { type: "volumeBy", amount: 0.1 },
  arrowdown: { type: "volumeBy", amount: -0.1 },
  m: { type: "mute" },
  f: { type: "fullscreen" },
  "<": { type: "rateBy", steps: -1 },
  ">": { type: "rateBy", steps: 1 },
  r: { type: "loop" },
  c: { type: "captions" },
  p: { type: "pictureInPicture" },
};

/** Signs that keyboards make with Shift, or without, each as it likes. */
const isSign = (name: string) => name === "<" || name === ">";

/**
 * @returns whether a key is a letter, a digit or a sign, which people who speak or slip may press unawares (WCAG 2.2, 2.1.4).
 * Space, arrows, Enter and Escape are none.
 */
export function isCharacterKey(key: string): boolean {
  return key !== " " && [...key].length === 1;
}

/** @returns what a key press does to a player, null when it is none of the player's. Shift makes arrows go 15 s. */
export function playerAction({ key, shiftKey, ctrlKey, metaKey, altKey }: PlayerKey): PlayerAction | null {
  if (ctrlKey || metaKey || altKey) return null;
  const name = key.toLowerCase();
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) return null;
  if (!shiftKey || isSign(name)) return action;
  return action.type === "seekBy" && name.startsWith("arrow")
    ? { ...action, seconds: action.seconds * 3 }
    : null;
}
