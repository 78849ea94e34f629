// npm run check: everything that can be said of the code without running it, one line a step. One step alone: npm run check -- types
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { checkDocs } from "./check/docs.mjs";
import { checkSizes } from "./check/sizes.mjs";
import { inProject } from "./prepare/project.mjs";
import { formatDuration, say } from "./prepare/say.mjs";

const bin = (/** @type {string} */ name) => inProject(`node_modules/.bin/${name}`);

/** Folders with a TypeScript project of their own. */
function projects() {
  const folders = ["apps", "packages"].flatMap((parent) =>
    readdirSync(inProject(parent)).map((name) => `${parent}/${name}`),
  );
  return [...folders, "e2e", "bench", "endurance"].filter((folder) =>
    existsSync(inProject(`${folder}/tsconfig.json`)),
  );
}

/** What tsc knew of a project the last time, so that it looks at what has changed and at what that touches alone. */
function remembering(/** @type {string} */ folder) {
  const file = inProject(".cache/types", `${folder.replace("/", "-")}.tsbuildinfo`);
  return ["--noEmit", "--incremental", "--tsBuildInfoFile", file];
}

/** @typedef {{ name: string, run: () => string[] }} Step what is wrong, as lines; none when all is well */

/** @type {Step[]} */
const steps = [
  {
    name: "format and lint",
    run: () =>
      command(bin("biome"), ["ci", "--colors=off", "--error-on-warnings", "--max-diagnostics=50", "."]),
  },
  {
    name: "types",
    run: () => [
      ...command(bin("next"), ["typegen", "apps/web"]),
      ...projects().flatMap((folder) => command(bin("tsc"), ["-p", folder, ...remembering(folder)])),
    ],
  },
  {
    name: "boundaries",
    run: () =>
      command(bin("depcruise"), [
        ...["--config", ".dependency-cruiser.mjs"],
        ...["packages", "apps", "e2e", "bench", "endurance"],
      ]),
  },
  {
    name: "dead code and undeclared imports",
    // The second look leaves tests out: what they alone use is dead too.
    run: () => [
      ...command(bin("knip"), ["--no-config-hints"]),
      ...command(bin("knip"), ["--no-config-hints", "--production"]),
    ],
  },
  { name: "one version of each dependency", run: () => command(bin("sherif"), ["--no-install"]) },
  { name: "paths that documents name", run: checkDocs },
  { name: "sizes of files", run: checkSizes },
];

/**
 * @param {string} file
 * @param {string[]} args
 */
function command(file, args) {
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd: inProject("."),
    encoding: "utf8",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", npm_config_loglevel: "error" },
  });
  return status === 0 ? [] : `${stdout}\n${stderr}`.trim().split("\n").slice(-400);
}

const wanted = process.argv.slice(2);
let failed = 0;
const chosen = steps.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)),
);
for (const { name, run } of chosen) {
  const startedAtMs = performance.now();
  const wrong = run();
  if (wrong.length > 0) failed += 1;
  say(`${wrong.length > 0 ? "✗" : "✓"} ${name} (${formatDuration(performance.now() - startedAtMs)})`);
  for (const line of wrong) console.log(`         ${line}`);
}
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${chosen.length - failed} passed, ${failed} failed`);
