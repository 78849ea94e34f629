import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyHouse } from "./check/house-copy.mjs";

/** @type {ReturnType<typeof copyHouse>} */
let house;
beforeAll(() => {
  house = copyHouse();
}, 240_000);
afterAll(() => house?.remove());

const newDomain = (/** @type {string[]} */ ...args) => house.run("scripts/new-domain.mjs", ...args);

describe("npm run new-domain", () => {
  it("makes a domain that compiles once its client is generated, and tells what is left to do", () => {
    const { status, output } = newDomain("photo-stories");
    expect(status).toBe(0);
    expect(output).toContain("npm run new-migration --workspace @alcoves/db -- photo_stories");
    expect(house.read("prisma/schema.prisma")).toMatch(/model PhotoStory \{[^}]+@@map\("photo_stories"\)/);
    expect(house.read("packages/api/src/root.ts")).toContain("  photoStories: photoStoriesRouter,\n});");
    // Only `generate`: it asks for an engine it does not use.
    const env = { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" };
    expect(house.runWith(env, "node_modules/prisma/build/index.js", "generate").status).toBe(0);
    const compiled = house.run("node_modules/typescript/bin/tsc", "--noEmit", "-p", "packages/api");
    expect(compiled.output).not.toMatch(/photo-?stor/i);
    const written = [...output.matchAll(/wrote (\S+\.ts)/g)].map(([, path]) => String(path));
    expect(written).toHaveLength(11);
    expect(house.run("node_modules/.bin/biome", "ci", "--error-on-warnings", ...written).status).toBe(0);
    const { output: checked } = house.run("scripts/check.mjs", "boundaries", "dead");
    expect(checked).toMatch(/[12] passed/);
    expect(checked).not.toMatch(/photo-?stor/i);
  }, 240_000);

  it.each([
    ["a domain that exists", ["folders"], "packages/core/src/folders exists already"],
    ["a singular", ["moss"], "named in the plural", ["--one", "moss"]],
    ["a name in another case", ["PhotoStories"], "kebab-case"],
    ["no name", [], "Usage: npm run new-domain"],
  ])("refuses %s and writes nothing", (_what, args, message, more = []) => {
    const before = house.read("packages/api/src/root.ts");
    const { status, output } = newDomain(...args, ...more);
    expect(status).toBe(1);
    expect(output).toContain(message);
    expect(house.read("packages/api/src/root.ts")).toBe(before);
  });
});
