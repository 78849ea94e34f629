import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashFiles, isStamped, writeStamp } from "./stamp.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stamp-"));
  mkdirSync(join(folder, "app/pages"), { recursive: true });
  writeFileSync(join(folder, "app/pages/a.ts"), "a");
  writeFileSync(join(folder, "app/b.ts"), "b");
});
afterEach(() => rmSync(folder, { recursive: true }));

const hash = () => hashFiles(folder, ["app", "lock.json"]);

describe("hashFiles", () => {
  it("changes with content, a name, a new file, and a file that was missing", () => {
    const seen = new Set([hash()]);
    writeFileSync(join(folder, "app/pages/a.ts"), "changed");
    seen.add(hash());
    renameSync(join(folder, "app/b.ts"), join(folder, "app/c.ts"));
    seen.add(hash());
    writeFileSync(join(folder, "app/pages/new.ts"), "");
    seen.add(hash());
    writeFileSync(join(folder, "lock.json"), "{}");
    seen.add(hash());
    expect(seen.size).toBe(5);
  });

  it("does not change with what is made, with tests, or with the place of the project", () => {
    const before = hash();
    mkdirSync(join(folder, "app/.next"));
    writeFileSync(join(folder, "app/.next/output.js"), "made");
    writeFileSync(join(folder, "app/b.test.ts"), "a test");
    expect(hash()).toBe(before);
    renameSync(folder, `${folder}-moved`);
    folder = `${folder}-moved`;
    expect(hash()).toBe(before);
  });
});

it("a stamp holds until the hash is another one", () => {
  const file = join(folder, "deep/stamp");
  expect(isStamped(file, hash())).toBe(false);
  writeStamp(file, hash());
  expect(isStamped(file, hash())).toBe(true);
  writeFileSync(join(folder, "app/b.ts"), "changed");
  expect(isStamped(file, hash())).toBe(false);
});
