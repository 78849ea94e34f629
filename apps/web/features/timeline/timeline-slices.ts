import type { TileFile } from "@alcoves/core/files/schema";
import type { TimelineSlice } from "@alcoves/core/timeline/schema";
import { type OutlinedSlice, slicesOf, type TimelineOutline, tileOf } from "@alcoves/core/timeline/schema";

/** Slices that are kept: what lies far from where one has been last is let go, so that memory stays flat. */
const mostKept = 40;

/** Asks the server for a slice. */
export type LoadSlice = (slice: OutlinedSlice, signal: AbortSignal) => Promise<TimelineSlice>;

/** A slice with its place: the number of its first file. */
interface PlacedSlice extends OutlinedSlice {
  first: number;
}

/** What is there of a slice. */
interface Loaded {
  slice: TimelineSlice;
  version: number;
  places: Map<string, number>;
}

let versions = 0;

/**
 * The files of a timeline, loaded by slices as they come into view. What is loaded stays when the outline is made anew, as long as its
 * stretch of time has as many files as before.
 */
export class TimelineSlices {
  readonly outline: TimelineOutline;
  readonly count: number;
  readonly #slices: readonly PlacedSlice[];
  readonly #load: LoadSlice;
  readonly #loaded: Map<string, Loaded>;
  readonly #loading: Map<string, { abort: AbortController; done: Promise<void> }>;
  readonly #changed: Map<string, TileFile>;
  readonly #onChange: () => void;

  /** @param before its loads are taken over */
  constructor(outline: TimelineOutline, { load, onChange, before }: SlicesOptions) {
    let first = 0;
    this.#slices = slicesOf(outline).map((slice) => {
      const placed = { ...slice, first };
      first += slice.count;
      return placed;
    });
    this.outline = outline;
    this.count = first;
    this.#load = load;
    this.#onChange = onChange;
    this.#loading = new Map();
    this.#changed = before ? before.#changed : new Map();
    this.#loaded = new Map();
    for (const slice of this.#slices) {
      const known = before ? before.#loaded.get(keyOf(slice)) : undefined;
      if (known) this.#loaded.set(keyOf(slice), known);
    }
  }

  /** @returns what is known of a file by its place; undefined while it is not loaded */
  at(index: number): TileFile | undefined {
    const slice = this.#sliceAt(index);
    const loaded = slice && this.#loaded.get(keyOf(slice));
    if (!slice || !loaded) return undefined;
    const file = tileOf(loaded.slice, index - slice.first);
    return file && (this.#changed.get(file.fileId) ?? file);
  }

  /** @returns a file's place; -1 for one that is not loaded */
  indexOf(fileId: string): number {
    for (const slice of this.#slices) {
      const place = this.#loaded.get(keyOf(slice))?.places.get(fileId);
      if (place !== undefined && place < slice.count) return slice.first + place;
    }
    return -1;
  }

  /** @returns another number when one of these files was loaded or changed; 0 while none is loaded */
  versionOf(first: number, count: number): number {
    return this.#slicesIn(first, count).reduce(
      (sum, slice) => sum + (this.#loaded.get(keyOf(slice))?.version ?? 0),
      0,
    );
  }

  /** Loads what is in view and gives up what was asked for before and is not. */
  want(first: number, count: number): void {
    const wanted = this.#slicesIn(first, count);
    const keys = new Set(wanted.map(keyOf));
    for (const [key, { abort }] of this.#loading) if (!keys.has(key)) abort.abort();
    for (const slice of wanted) {
      const loaded = this.#loaded.get(keyOf(slice));
      if (loaded) this.#touch(slice, loaded);
      // What cannot be loaded now is asked for again when it next comes into view.
      else void this.#fetch(slice).catch(() => undefined);
    }
  }

  /** @returns the ids of a run of files, loading what is not loaded. @throws when that fails */
  async keysOf(first: number, count: number): Promise<string[]> {
    const last = Math.min(this.count, first + count);
    const keys: string[] = [];
    for (const slice of this.#slicesIn(first, last - first)) {
      const loaded = this.#loaded.get(keyOf(slice)) ?? (await this.#fetched(slice));
      const begin = Math.max(0, first - slice.first);
      keys.push(...loaded.slice.fileIds.slice(begin, last - slice.first));
    }
    return keys;
  }

  /** Shows loaded files as they are now. @returns whether one of them is filed elsewhere, or is new here */
  change(files: readonly TileFile[]): boolean {
    let isMoved = false;
    for (const file of files) {
      const index = this.indexOf(file.fileId);
      const shown = index === -1 ? undefined : this.at(index);
      if (shown?.filedAtMs !== file.filedAtMs) isMoved = true;
      if (shown === undefined) continue;
      this.#changed.set(file.fileId, file);
      const slice = this.#sliceAt(index);
      const loaded = slice && this.#loaded.get(keyOf(slice));
      if (loaded) loaded.version = versions += 1;
    }
    if (files.length > 0) this.#onChange();
    return isMoved;
  }

  /** Nothing of this is wanted any more. */
  close(): void {
    for (const { abort } of this.#loading.values()) abort.abort();
  }

  async #fetched(slice: PlacedSlice): Promise<Loaded> {
    await this.#fetch(slice);
    const loaded = this.#loaded.get(keyOf(slice));
    if (!loaded) throw new DOMException("Given up for another part of the timeline.", "AbortError");
    return loaded;
  }

  #fetch(slice: PlacedSlice): Promise<void> {
    const key = keyOf(slice);
    const running = this.#loading.get(key);
    if (running) return running.done;
    const abort = new AbortController();
    const done = this.#load(slice, abort.signal)
      .then((loaded) => {
        versions += 1;
        const places = new Map(loaded.fileIds.map((fileId, place) => [fileId, place]));
        this.#touch(slice, { slice: loaded, version: versions, places });
        for (const fileId of loaded.fileIds) this.#changed.delete(fileId);
        this.#onChange();
      })
      .finally(() => this.#loading.delete(key));
    this.#loading.set(key, { abort, done });
    return done;
  }

  /** The last touched are kept. */
  #touch(slice: PlacedSlice, loaded: Loaded): void {
    const key = keyOf(slice);
    this.#loaded.delete(key);
    this.#loaded.set(key, loaded);
    for (const old of [...this.#loaded.keys()].slice(0, -mostKept)) this.#loaded.delete(old);
  }

  #sliceAt(index: number): PlacedSlice | undefined {
    const at = this.#numberAt(index);
    const slice = this.#slices[at];
    return slice && index >= 0 && index < slice.first + slice.count ? slice : undefined;
  }

  #slicesIn(first: number, count: number): PlacedSlice[] {
    const slices: PlacedSlice[] = [];
    for (let at = this.#numberAt(first); at < this.#slices.length; at += 1) {
      const slice = this.#slices[at];
      if (!slice || slice.first >= first + count) break;
      slices.push(slice);
    }
    return slices;
  }

  #numberAt(index: number): number {
    let low = 0;
    let high = this.#slices.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#slices[middle]?.first ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** What the slices are loaded by. */
interface SlicesOptions {
  load: LoadSlice;
  /** What is shown has changed. */
  onChange: () => void;
  before: TimelineSlices | undefined;
}

/** A stretch of time with as many files: when files came or went in it, it is another. */
const keyOf = ({ newestDay, oldestDay, from, before, count }: OutlinedSlice): string =>
  [newestDay, oldestDay, from, before, count].join(" ");
