import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepSecret } from "./secret.mjs";

it("makes a secret once, for its owner alone, and replaces one that was cut short", () => {
  const folder = mkdtempSync(join(tmpdir(), "secret-"));
  const file = join(folder, "data/session-secret");
  const secret = keepSecret(file);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(keepSecret(file)).toBe(secret);
  writeFileSync(file, "short");
  expect(keepSecret(file)).toMatch(/^[0-9a-f]{64}$/);
  rmSync(folder, { recursive: true });
});
