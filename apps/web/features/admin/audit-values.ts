import type { AuditSubject } from "@alcoves/core/audit/schema";
import { LibrarySettings } from "@alcoves/core/libraries/schema";
import { InstanceSettings } from "@alcoves/core/settings/schema";
import { formatBytes } from "../files/format-file.ts";

/** What of a library or of the instance can be changed, each with a message of its own. */
const changeable = [...LibrarySettings.keyof().options, ...InstanceSettings.keyof().options];

/** @returns what an entry says of its act, as messages take it: numbers to count by, everything else as text */
export function valuesOf(subject: AuditSubject): Record<string, string | number> {
  const values = Object.entries(subject).map(([name, value]) => [
    name,
    typeof value === "number" ? value : String(value),
  ]);
  return Object.fromEntries(values);
}

/** @returns the settings that an act changed, each with its new value */
export function changesOf(subject: AuditSubject): { name: (typeof changeable)[number]; value: string }[] {
  return changeable.flatMap((name) => {
    const value = subject[name];
    if (value === undefined) return [];
    const isSize = name === "quotaBytes" && typeof value === "number";
    return [{ name, value: isSize ? formatBytes(value) : String(value) }];
  });
}
