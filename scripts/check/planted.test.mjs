// One violation of each rule, planted in a copy of the project: a rule that lets its own through is no rule.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyHouse } from "./house-copy.mjs";

/** @type {ReturnType<typeof copyHouse>} */
let house;
beforeAll(() => {
  house = copyHouse();
}, 240_000);
afterAll(() => house?.remove());

/** @param {string} step start of a step's name @returns what `npm run check` says of it */
const check = (step) => house.run("scripts/check.mjs", step);

/** Each is planted as a file `planted-<n>.ts` beside the others of its folder. */
const forbiddenImports = [
  ["only-packages-config", "packages/config/src", "@alcoves/db"],
  ["only-packages-cues", "packages/cues/src", "@alcoves/config"],
  ["only-packages-db", "packages/db/src", "@alcoves/jobs"],
  ["only-packages-storage", "packages/storage/src", "@alcoves/db"],
  ["only-packages-media", "packages/media/src", "@alcoves/core"],
  ["only-packages-jobs", "packages/jobs/src", "@alcoves/storage"],
  ["only-packages-core", "packages/core/src", "@alcoves/media"],
  ["only-packages-api", "packages/api/src", "@alcoves/db"],
  ["only-packages-rest", "packages/rest/src", "@alcoves/jobs"],
  ["only-packages-client", "packages/client/src", "@alcoves/core"],
  ["only-apps-worker", "apps/worker", "@alcoves/db"],
  ["only-apps-web", "apps/web/server", "@alcoves/jobs"],
  ["only-e2e", "e2e", "@alcoves/core"],
  ["declared-by-packages-rest", "packages/rest/src", "@alcoves/config"],
  ["home-packages-db", "packages/core/src", "pg"],
  ["home-packages-jobs", "apps/worker", "bullmq"],
  ["home-packages-storage", "packages/core/src", "@aws-sdk/client-s3"],
  ["home-packages-media", "apps/worker/processors", "sharp"],
  ["home-packages-rest", "packages/api/src", "hono"],
  ["home-apps-web", "packages/api/src", "next-auth"],
  ["only-tests-import-testing", "apps/worker", "@alcoves/testing"],
  ["front-door-of-a-domain", "packages/core/src/folders", "../files/create.ts"],
  ["front-door-of-a-package", "packages/api/src", "../../core/src/errors.ts"],
  ["browser-takes-schemas-and-types", "apps/web/features/browse", "@alcoves/core/files"],
  ["client-takes-types", "packages/client/src", "@alcoves/api"],
  ["jobs-take-types-of-the-database", "packages/jobs/src", "@alcoves/db/models"],
  ["web-takes-one-thing-of-media", "apps/web/server", "@alcoves/media/probe"],
  ["no-app-is-imported", "packages/testing/src", "../../../apps/worker/lanes.ts"],
  ["everything-resolves", "packages/rest/src", "@alcoves/no-such-package"],
];

describe("boundaries refuse", () => {
  let output = "";
  const fileOf = (/** @type {number} */ index) => `${forbiddenImports[index]?.[1]}/planted-${index}.ts`;

  beforeAll(() => {
    forbiddenImports.forEach(([, , target], index) => {
      house.write(fileOf(index), `import "${target}";\n`);
    });
    house.write("packages/core/src/planted-a.ts", `import "./planted-b.ts";\n`);
    house.write("packages/core/src/planted-b.ts", `import "./planted-a.ts";\n`);
    house.write("packages/config/src/planted.test.ts", `import "@alcoves/core";\n`);
    house.write("packages/core/src/planted/schema.ts", `import "node:fs";\n`);
    const result = check("boundaries");
    output = result.output;
    expect(result.status).toBe(1);
  }, 240_000);

  it.each(forbiddenImports.map(([rule, folder, target], index) => ({ rule, folder, target, index })))(
    "$target in $folder, by $rule",
    ({ rule, index }) => {
      expect(output).toMatch(new RegExp(`error ${rule}: ${fileOf(index).replaceAll(".", "\\.")} `));
    },
  );

  it("two files that import each other", () => {
    expect(output).toMatch(/error no-circles: packages\/core\/src\/planted-[ab]\.ts/);
  });

  it("a schema that imports more than schemas and zod", () => {
    expect(output).toContain("error schemas-import-zod: packages/core/src/planted/schema.ts");
  });

  it("a test that imports what its package does not declare", () => {
    expect(output).toContain(
      "error declared-for-tests-of-packages-config: packages/config/src/planted.test.ts",
    );
  });
});

const lintViolations = [
  ["noProcessEnv", "packages/core/src/planted-env.ts", "export const port = process.env.PORT;\n"],
  ["noExplicitAny", "packages/core/src/planted-any.ts", "export const anything: any = 1;\n"],
  ["noTsIgnore", "packages/core/src/planted-ignore.ts", '// @ts-ignore\nexport const one: number = "1";\n'],
  [
    "useMaxParams",
    "packages/core/src/planted-params.ts",
    "export function four(a = 1, b = 2, c = 3, d = 4) {\n  return a + b + c + d;\n}\n",
  ],
  ["noNonNullAssertion", "packages/core/src/planted-null.ts", "export const first = [1][0]!;\n"],
  ["noReExportAll", "packages/core/src/planted-star.ts", 'export * from "./errors.ts";\n'],
  ["useFilenamingConvention", "packages/core/src/plantedName.ts", "export const name = 1;\n"],
  [
    "noFloatingPromises",
    "packages/core/src/planted-floating.ts",
    "async function later() {}\nexport function now() {\n  later();\n}\n",
  ],
  ["format", "packages/core/src/planted-format.ts", "export const a = 'single'\n"],
];

describe("format and lint refuse", () => {
  let output = "";
  beforeAll(() => {
    for (const [, file, text] of lintViolations) house.write(String(file), String(text));
    const result = check("format");
    output = result.output;
    expect(result.status).toBe(1);
  }, 240_000);

  it.each(lintViolations)("%s in %s", (rule, file) => {
    const ofFile = output.split("\n").filter((line) => line.includes(String(file)) && line.includes("━━"));
    expect(ofFile.join("\n")).toContain(String(rule));
  });
});

describe("dead code and undeclared imports refuse", () => {
  let output = "";
  beforeAll(() => {
    house.write(
      "packages/core/src/planted.test.ts",
      'import { plantedForTests } from "./errors.ts";\nplantedForTests;\n',
    );
    house.write("packages/core/src/planted-dead-file.ts", "export const alone = 1;\n");
    house.write(
      "packages/core/src/errors.ts",
      `${house.read("packages/core/src/errors.ts")}\nexport const plantedDeadExport = 1;\nexport const plantedForTests = 1;\n`,
    );
    house.write(
      "packages/rest/src/app.ts",
      `import type {} from "ioredis";\n${house.read("packages/rest/src/app.ts")}`,
    );
    const manifest = JSON.parse(house.read("packages/api/package.json"));
    manifest.dependencies["lru-cache"] = "11.5.3";
    house.write("packages/api/package.json", JSON.stringify(manifest, null, 2));
    const result = check("dead");
    output = result.output;
    expect(result.status).toBe(1);
  }, 240_000);

  it("a file that nothing imports", () => expect(output).toContain("planted-dead-file.ts"));
  it("an export that nothing imports", () => expect(output).toMatch(/plantedDeadExport .*errors\.ts/));
  it("an export that only a test imports", () => expect(output).toMatch(/plantedForTests .*errors\.ts/));
  it("a package of the registry that is not declared", () =>
    expect(output).toMatch(/ioredis .*packages\/rest/));
  it("a dependency that nothing uses", () => expect(output).toMatch(/lru-cache .*packages\/api/));
});

it("one version of each dependency refuses a second one", () => {
  const manifest = JSON.parse(house.read("packages/jobs/package.json"));
  manifest.dependencies.zod = "4.0.0";
  house.write("packages/jobs/package.json", JSON.stringify(manifest, null, 2));
  const { status, output } = check("one version");
  expect(status).toBe(1);
  expect(output).toContain("zod");
});

it("documents may not name a path that does not exist", () => {
  house.write("docs/planted.md", "See `packages/core/src/no-such-file.ts` and [this](./gone.md).\n");
  const { status, output } = check("paths");
  expect(status).toBe(1);
  expect(output).toContain("docs/planted.md names packages/core/src/no-such-file.ts");
  expect(output).toContain("docs/planted.md names ./gone.md");
});

it("no file has more than 400 lines", () => {
  house.write("packages/core/src/planted-long.ts", "// a line\n".repeat(401));
  const { status, output } = check("sizes");
  expect(status).toBe(1);
  expect(output).toContain("packages/core/src/planted-long.ts has 4");
});

it("types refuse an index that may not be there", () => {
  house.write(
    "packages/config/src/planted-index.ts",
    "const ports: number[] = [];\nexport const port: number = ports[0];\n",
  );
  const { status, output } = house.run(
    "node_modules/typescript/bin/tsc",
    "--noEmit",
    "-p",
    "packages/config",
  );
  expect(status).not.toBe(0);
  expect(output).toContain("planted-index.ts");
});
