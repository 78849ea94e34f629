import type { Hit } from "./hits.ts";

/**
 * The hits of one term while an instant goes past them, from earlier to later. In reach of the instant is what has begun, and ended not
 * longer than the window ago. Once out of reach a hit stays so, which is why all steps together take no longer than the hits are many.
 */
export class PassingHits {
  readonly #hits: readonly Hit[];
  readonly #windowMs: number;
  /** Hits before this one have begun. */
  #begun = 0;
  /** The earliest hit in reach, if any is. */
  #earliest = 0;
  /** What is in reach and was not taken yet, among hits that are out of it. */
  readonly #waiting: Hit[] = [];
  /** What is in reach but what another outdoes, which is as good and ends no sooner: the score falls, the end rises. */
  readonly #best: Hit[] = [];
  #reachMs = Number.NEGATIVE_INFINITY;

  /** @param hits by start */
  constructor(hits: readonly Hit[], windowMs: number) {
    this.#hits = hits;
    this.#windowMs = windowMs;
  }

  /** When the next hit begins; Infinity after the last. */
  get nextMs(): number {
    return this.#hits[this.#begun]?.startMs ?? Number.POSITIVE_INFINITY;
  }

  /** @returns whether anything is in reach now */
  moveTo(instantMs: number): boolean {
    this.#reachMs = instantMs - this.#windowMs;
    for (let hit = this.#hits[this.#begun]; hit && hit.startMs <= instantMs; hit = this.#hits[this.#begun]) {
      this.#waiting.push(hit);
      this.#rank(hit);
      this.#begun += 1;
    }
    while (this.#isPast(this.#best[0])) this.#best.shift();
    while (this.#earliest < this.#begun && this.#isPast(this.#hits[this.#earliest])) this.#earliest += 1;
    return this.#best.length > 0;
  }

  /** The earliest start in reach; Infinity where nothing is. */
  get startMs(): number {
    return this.#best.length > 0
      ? (this.#hits[this.#earliest]?.startMs ?? Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
  }

  /** The latest end in reach; 0 where nothing is. */
  get endMs(): number {
    return this.#best.at(-1)?.endMs ?? 0;
  }

  /** The best score in reach; 0 where nothing is. */
  get score(): number {
    return this.#best[0]?.score ?? 0;
  }

  /** Gives away the hits in reach that were not taken before. */
  take(into: Hit[]): void {
    for (const hit of this.#waiting) if (!this.#isPast(hit)) into.push(hit);
    this.#waiting.length = 0;
  }

  #isPast(hit: Hit | undefined): boolean {
    return hit !== undefined && hit.endMs < this.#reachMs;
  }

  #rank(hit: Hit): void {
    let end = this.#best.length;
    while (end > 0 && (this.#best[end - 1]?.endMs ?? 0) > hit.endMs) end -= 1;
    if ((this.#best[end]?.score ?? -1) >= hit.score) return;
    let start = end;
    while (start > 0 && (this.#best[start - 1]?.score ?? 0) <= hit.score) start -= 1;
    this.#best.splice(start, end - start, hit);
  }
}
