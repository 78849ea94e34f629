/** The parts of a key press that count. */
export interface KeyPress {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Writing Chinese, Japanese or Korean: the key belongs to the input method. */
  isComposing: boolean;
  getModifierState(modifier: "AltGraph"): boolean;
}

const namedKeys: Record<string, string> = { Space: " " };

/** @returns the key of a chord and the modifiers it names */
function readChord(chord: string): { key: string; wantsMod: boolean; wantsShift: boolean } {
  const parts = chord.split("+");
  const last = parts.at(-1) ?? "";
  // The sign itself stands between keys.
  const key = last === "Plus" ? "+" : last;
  return { key, wantsMod: parts.includes("Mod"), wantsShift: parts.includes("Shift") };
}

/**
 * @returns whether a chord is a letter, a digit or a sign without Ctrl or ⌘, which people who speak or slip may press unawares (WCAG 2.2,
 * 2.1.4)
 */
export function isSingleKey(chord: string): boolean {
  const { key, wantsMod } = readChord(chord);
  return !wantsMod && [...key].length === 1;
}

/**
 * @param chord a key behind the modifiers it takes, like `Shift+D`; `Mod` is ⌘ on Apple's devices and Ctrl elsewhere
 * @returns whether a press is the chord and no more. Signs and digits are what the layout writes, however it writes them (`/` is Shift+7 in
 * Germany, digits are shifted in France), and the sign + is named `Plus`; letters are the layout's, or by their place where it writes another script.
 */
export function matchesChord(press: KeyPress, chord: string, isApple: boolean): boolean {
  if (press.isComposing) return false;
  const { key, wantsMod, wantsShift } = readChord(chord);
  const isLetter = /^[A-Z]$/.test(key);
  const isSign = !isLetter && [...key].length === 1;
  // Windows tells AltGr as Ctrl and Alt together; behind it a layout keeps signs, and nothing else.
  const isAltGraph = press.getModifierState("AltGraph");
  if (isAltGraph && !isSign) return false;
  const mod = isApple ? press.metaKey : press.ctrlKey;
  const other = isApple ? press.ctrlKey : press.metaKey;
  if (!isAltGraph && (mod !== wantsMod || other || press.altKey)) return false;
  if (isSign) return press.key === key;
  if (press.shiftKey !== wantsShift) return false;
  return isLetter ? letterOf(press) === key : press.key === (namedKeys[key] ?? key);
}

function letterOf({ key, code }: KeyPress): string {
  const letter = key.toUpperCase();
  const isOfAnotherScript = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
  return isOfAnotherScript ? code.replace(/^Key/, "") : letter;
}
