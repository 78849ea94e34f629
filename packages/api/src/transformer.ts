import type { DataTransformer } from "@trpc/server";
import superjson from "superjson";

/**
 * What goes over the line is in superjson's form. Its walk takes about two microseconds and a half for each value, whole
 * columns of plain numbers and texts among them: what JSON says as it is goes as it is, which superjson reads all the same.
 */
export const transformer: DataTransformer = {
  serialize: (value: unknown) => (isJson(value) ? { json: value } : superjson.serialize(value)),
  deserialize: (sent) => superjson.deserialize(sent),
};

/** What superjson refuses as keys, for they could change what all objects have. */
const refusedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** @returns whether `JSON.parse(JSON.stringify(value))` is the same value */
function isJson(value: unknown): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "object":
      return value === null || (Array.isArray(value) ? isJsonArray(value) : isJsonObject(value));
    default:
      return false;
  }
}

/** A hole in an array is read as undefined, which JSON does not know. */
function isJsonArray(values: readonly unknown[]): boolean {
  for (const value of values) if (!isJson(value)) return false;
  return true;
}

function isJsonObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const [key, held] of Object.entries(value)) if (refusedKeys.has(key) || !isJson(held)) return false;
  return true;
}
