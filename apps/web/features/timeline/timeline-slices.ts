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
  /** Tells the stretch of time and how many files it has: when files came or went in it, it is another. */
  key: string;
}

/** What is there of a slice. */
interface Loaded {
  slice: TimelineSlice;
  version: number;
  /** Files may have come and gone since, as many as before: it is shown until it has been loaded again. */
  isOutdated: boolean;
  places: Map<string, number>;
  /** Read from the slice when they are first looked at; what is drawn again is the same object. */
  tiles: (TileFile | undefined)[];
}

let versions = 0;

/**
 * The files of a timeline, loaded by slices as they come into view. What is loaded stays to be shown when the outline is made anew, as
 * long as its stretch of time has as many files as before.
 */
export class TimelineSlices {
  readonly outline: TimelineOutline;
  readonly count: number;
  readonly #slices: readonly PlacedSlice[];
  readonly #byKey: ReadonlyMap<string, PlacedSlice>;
  readonly #load: LoadSlice;
  readonly #loaded: Map<string, Loaded>;
  readonly #loading: Map<string, { abort: AbortController; done: Promise<void> }>;
  readonly #changed: Map<string, TileFile>;
  readonly #onChange: () => void;
  /** How often all that is loaded has been outdated. */
  #outdatings = 0;

  /** @param before its loads are taken over */
  constructor(outline: TimelineOutline, { load, onChange, before }: SlicesOptions) {
    let first = 0;
    this.#slices = slicesOf(outline).map((slice) => {
      const placed = { ...slice, first, key: keyOf(slice) };
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
    this.#byKey = new Map(this.#slices.map((slice) => [slice.key, slice]));
    for (const [key, known] of before ? before.#loaded : []) {
      if (this.#byKey.has(key)) this.#loaded.set(key, known);
    }
  }

  /** @returns what is known of a file by its place; undefined while it is not loaded */
  at(index: number): TileFile | undefined {
    const slice = this.#sliceAt(index);
    const loaded = slice && this.#loaded.get(slice.key);
    if (!slice || !loaded) return undefined;
    const place = index - slice.first;
    loaded.tiles[place] ??= tileOf(loaded.slice, place);
    const file = loaded.tiles[place];
    return file && (this.#changed.get(file.fileId) ?? file);
  }

  /** @returns the id of the file at a place; undefined while it is not loaded */
  keyAt(index: number): string | undefined {
    const slice = this.#sliceAt(index);
    return slice && this.#loaded.get(slice.key)?.slice.fileIds[index - slice.first];
  }

  /** @returns a file's place; -1 for one that is not loaded */
  indexOf(fileId: string): number {
    for (const [key, { places }] of this.#loaded) {
      const place = places.get(fileId);
      const slice = place === undefined ? undefined : this.#byKey.get(key);
      if (slice && place !== undefined && place < slice.count) return slice.first + place;
    }
    return -1;
  }

  /** @returns another number when one of these files was loaded or changed; 0 while none is loaded */
  versionOf(first: number, count: number): number {
    let version = 0;
    for (let at = this.#numberAt(first); at < this.#slices.length; at += 1) {
      const slice = this.#slices[at];
      if (!slice || slice.first >= first + count) break;
      version += this.#loaded.get(slice.key)?.version ?? 0;
    }
    return version;
  }

  /** Loads what is in view and gives up what was asked for before and is not. */
  want(first: number, count: number): void {
    const wanted = this.#slicesIn(first, count);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { abort }] of this.#loading) if (!keys.has(key)) abort.abort();
    for (const slice of wanted) {
      const loaded = this.#loaded.get(slice.key);
      if (loaded) this.#touch(slice, loaded);
      // What cannot be loaded now is asked for again when it next comes into view.
      if (!loaded || loaded.isOutdated) void this.#fetch(slice).catch(() => undefined);
    }
  }

  /** @returns the ids of a run of files, loading what is not loaded. @throws when that fails */
  async keysOf(first: number, count: number): Promise<string[]> {
    const last = Math.min(this.count, first + count);
    const keys: string[] = [];
    for (const slice of this.#slicesIn(first, last - first)) {
      const known = this.#loaded.get(slice.key);
      const loaded = known && !known.isOutdated ? known : await this.#fetched(slice);
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
      const loaded = slice && this.#loaded.get(slice.key);
      if (loaded) loaded.version = versions += 1;
    }
    if (files.length > 0) this.#onChange();
    return isMoved;
  }

  /** Something has come or gone: what is loaded is loaded again when it next comes into view, and at once where it is. */
  outdate(): void {
    this.#outdatings += 1;
    for (const loaded of this.#loaded.values()) loaded.isOutdated = true;
    if (this.#loaded.size > 0) this.#onChange();
  }

  /** Nothing of this is wanted any more. */
  close(): void {
    for (const { abort } of this.#loading.values()) abort.abort();
  }

  async #fetched(slice: PlacedSlice): Promise<Loaded> {
    await this.#fetch(slice);
    const loaded = this.#loaded.get(slice.key);
    if (!loaded) throw new DOMException("Given up for another part of the timeline.", "AbortError");
    return loaded;
  }

  #fetch(slice: PlacedSlice): Promise<void> {
    const { key } = slice;
    const running = this.#loading.get(key);
    if (running) return running.done;
    const abort = new AbortController();
    const outdatings = this.#outdatings;
    const done = this.#load(slice, abort.signal)
      .then((loaded) => {
        versions += 1;
        const places = new Map(loaded.fileIds.map((fileId, place) => [fileId, place]));
        const isOutdated = outdatings !== this.#outdatings;
        this.#touch(slice, { slice: loaded, version: versions, isOutdated, places, tiles: [] });
        for (const fileId of loaded.fileIds) this.#changed.delete(fileId);
        this.#onChange();
      })
      .finally(() => this.#loading.delete(key));
    this.#loading.set(key, { abort, done });
    return done;
  }

  /** The last touched are kept. */
  #touch(slice: PlacedSlice, loaded: Loaded): void {
    this.#loaded.delete(slice.key);
    this.#loaded.set(slice.key, loaded);
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

const keyOf = ({ newestDay, oldestDay, from, before, count }: OutlinedSlice): string =>
  [newestDay, oldestDay, from, before, count].join(" ");
