// npm run endure: the long trials of endurance/*.ts, which are too slow for npm test. Some of them: npm run endure -- kills
import { readdirSync } from "node:fs";
import { onTestServers, runEach } from "./prepare/on-test-servers.mjs";
import { inProject } from "./prepare/project.mjs";
import { Failure, sayFailure } from "./prepare/say.mjs";

/** @param {readonly string[]} wanted names without their ending; none: all */
function listTrials(wanted) {
  const names = readdirSync(inProject("endurance"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Failure(`No trial is called ${unknown.join(", ")}.`, `There are: ${names.join(", ")}`);
  }
  return (wanted.length > 0 ? wanted : names).map((name) => `${name}.ts`);
}

async function endure() {
  const trials = listTrials(process.argv.slice(2));
  await onTestServers(({ env }) => runEach(trials, { in: "endurance", verb: "Enduring", env }));
}

await endure().catch((error) => {
  sayFailure(error);
  process.exit(1);
});
