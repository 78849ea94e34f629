import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * The development secret of this data folder: made once, kept for its owner alone. In production there is none, so that a person
 * chooses one: packages/config refuses to start without.
 * @param {string} file
 * @returns {string} 64 hex digits, 32 bytes
 */
export function keepSecret(file) {
  const kept = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (kept.length >= 32) return kept;
  const secret = randomBytes(32).toString("hex");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
