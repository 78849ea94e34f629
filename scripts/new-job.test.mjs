import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyHouse } from "./check/house-copy.mjs";

/** @type {ReturnType<typeof copyHouse>} */
let house;
beforeAll(() => {
  house = copyHouse();
}, 240_000);
afterAll(() => house?.remove());

const newJob = (/** @type {string[]} */ ...args) => house.run("scripts/new-job.mjs", ...args);
const compile = (/** @type {string} */ folder) =>
  house.run("node_modules/typescript/bin/tsc", "--noEmit", "-p", folder);

/** @param {string[]} words @returns where each stands in the list of contracts */
const places = (...words) => {
  const list = house.read("packages/jobs/src/contracts.ts").split("export const jobContracts")[1] ?? "";
  return words.map((word) => list.indexOf(`  ${word},`));
};

describe("npm run new-job", () => {
  it("makes jobs that compile, in the order of their weights, and tells what is left to do", () => {
    expect(newJob("photo-colours", "--tracks", "proxy", "--weight", "light").status).toBe(0);
    const { status, output } = newJob("storage-sweep", "--tracks", "none", "--weight", "background");
    expect(status).toBe(0);
    expect(output).toContain("write apps/worker/processors/storage-sweep.ts until its test passes");
    const order = places("imageVariant", "photoColours", "fileHash", "videoProxy", "storageSweep");
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
    expect(compile("apps/worker").output).toBe("");
    const written = [...output.matchAll(/wrote (\S+\.ts)/g)].map(([, path]) => String(path));
    expect(written).toHaveLength(6);
    expect(house.run("node_modules/.bin/biome", "ci", "--error-on-warnings", ...written).status).toBe(0);
  }, 240_000);

  it("makes a processor that says it is not written, and a test that fails until it is", () => {
    expect(house.read("apps/worker/processors/photo-colours.ts")).toContain("throw new GiveUp(");
    expect(house.read("apps/worker/processors/photo-colours.test.ts")).toContain("expect.unreachable(");
  });

  it("adds a status family that is missing to the schema, and does not compile before it is generated", () => {
    const { output } = newJob("face-scan", "--tracks", "faces", "--weight", "understanding");
    expect(output).toContain("npm run generate --workspace @alcoves/db");
    expect(house.read("prisma/schema.prisma")).toMatch(
      / {2}facesDoneVersion Int {7}@default\(0\) @map\("faces_done_version"\)\n\n {2}library /,
    );
    expect(compile("packages/jobs").output).toContain(`'"faces"' is not assignable`);
  }, 240_000);

  it.each([
    ["a name that is taken", ["file-hash", "--tracks", "none", "--weight", "light"], "exists already"],
    [
      "a weight that does not exist",
      ["new-one", "--tracks", "none", "--weight", "huge"],
      "Weigh it: interactive, light",
    ],
    ["a name in another case", ["NewOne", "--tracks", "none", "--weight", "light"], "kebab-case"],
    ["an option that does not exist", ["new-one", "--row", "file"], "Unknown option"],
  ])("refuses %s and writes nothing", (_what, args, message) => {
    const before = house.read("packages/jobs/src/contracts.ts");
    const { status, output } = newJob(...args);
    expect(status).toBe(1);
    expect(output).toContain(message);
    expect(house.exists("packages/jobs/src/new-one.ts")).toBe(false);
    expect(house.read("packages/jobs/src/contracts.ts")).toBe(before);
  });
});
