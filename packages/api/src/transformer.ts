import type { DataTransformer } from "@trpc/server";
import superjson from "superjson";

/**
 * What goes over the line is in superjson's form. Its own walk takes microseconds for each value, which for a page of files is longer
 * than all else. Values that JSON says as they are, and dates among them, are seen through here; everything else is superjson's.
 */
export const transformer: DataTransformer = {
  serialize(value: unknown) {
    const dates = findDates(value);
    if (!dates) return superjson.serialize(value);
    // JSON writes a date as superjson does; where they are is told beside it.
    return Object.keys(dates).length === 0 ? { json: value } : { json: value, meta: { values: dates, v: 1 } };
  },
  deserialize: (sent) => superjson.deserialize(sent),
};

/** The places of dates, as superjson writes them. */
type Dates = Record<string, ["Date"]>;

/** @returns null when there is anything in the value that JSON cannot say and that is no date */
function findDates(value: unknown): Dates | null {
  const dates: Dates = {};
  const way: (string | number)[] = [];

  /** @returns whether all that is in it can be said */
  function isPlain(value: unknown): boolean {
    switch (typeof value) {
      case "string":
      case "boolean":
        return true;
      case "number":
        return Number.isFinite(value) && !Object.is(value, -0);
      case "object":
        return value === null || (Array.isArray(value) ? isPlainArray(value) : isPlainObject(value));
      default:
        return false;
    }
  }

  function isPlainArray(values: readonly unknown[]): boolean {
    for (let at = 0; at < values.length; at += 1) if (!isPlainAt(at, values[at])) return false;
    return true;
  }

  function isPlainObject(value: object): boolean {
    if (value instanceof Date) return isPlainDate(value);
    if (!isRecord(value)) return false;
    for (const key of Object.keys(value)) {
      if (refusedKeys.has(key) || !isPlainAt(key, value[key])) return false;
    }
    return true;
  }

  function isPlainAt(key: string | number, value: unknown): boolean {
    way.push(key);
    const result = isPlain(value);
    way.pop();
    return result;
  }

  function isPlainDate(date: Date): boolean {
    // A value that is itself a date has no place.
    if (Number.isNaN(date.getTime()) || way.length === 0) return false;
    dates[way.map(escaped).join(".")] = ["Date"];
    return true;
  }

  return isPlain(value) ? dates : null;
}

/** @returns whether an object is no more than its keys and their values */
function isRecord(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** What superjson refuses as keys, for they could change what all objects have, and what writes itself in a way of its own. */
const refusedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype", "toJSON"]);

/** A step of a place, of which dots part one from the next. */
const escaped = (key: string | number): string => String(key).replace(/[\\.]/g, "\\$&");
