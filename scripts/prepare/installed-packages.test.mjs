import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isInstalled } from "./installed-packages.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "installed-"));
  for (const name of ["a", ".bin"]) mkdirSync(join(root, "node_modules", name), { recursive: true });
  write("package-lock.json", {
    "": {},
    "packages/own": {},
    "node_modules/a": a,
    "node_modules/for-mac": { ...a, optional: true },
  });
  write("node_modules/.package-lock.json", { "packages/own": {}, "node_modules/a": a });
});
afterEach(() => rmSync(root, { recursive: true }));

const a = { version: "1.0.0", integrity: "sha512-a" };

/** @param {string} file @param {object} packages */
function write(file, packages) {
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

it("accepts what the lockfile asks for, without packages of other platforms", () => {
  expect(isInstalled(root)).toBe(true);
});

it("refuses another version, a package that is missing, and an installation that was gutted", () => {
  write("node_modules/.package-lock.json", { "node_modules/a": { ...a, version: "0.9.0" } });
  expect(isInstalled(root)).toBe(false);
  write("node_modules/.package-lock.json", {});
  expect(isInstalled(root)).toBe(false);
  write("node_modules/.package-lock.json", { "node_modules/a": a });
  expect(isInstalled(root)).toBe(true);
  rmSync(join(root, "node_modules/a"), { recursive: true });
  expect(isInstalled(root)).toBe(false);
});

it("refuses a folder without packages", () => {
  rmSync(join(root, "node_modules"), { recursive: true });
  expect(isInstalled(root)).toBe(false);
});
