/** @returns whether a label holds every word of what was typed, letter case aside; an empty text matches everything */
export function matchesText(label: string, typed: string): boolean {
  const folded = label.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}
