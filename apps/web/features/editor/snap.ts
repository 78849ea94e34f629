/**
 * Draws a time to the nearest of some places.
 * @param places ms, in any order
 * @param reachMs how near one has to be
 * @returns the place, or the time itself where none is near
 */
export function snap(ms: number, places: Iterable<number>, reachMs: number): number {
  let [nearest, distance] = [ms, reachMs];
  for (const place of places) {
    const away = Math.abs(place - ms);
    if (away <= distance) [nearest, distance] = [place, away];
  }
  return nearest;
}
