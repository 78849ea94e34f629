// npm run bench: measures the ratios of bench/*.ts, each against its comparator in the same run. Some of them: npm run bench -- r1 r18
import { readdirSync } from "node:fs";
import { ensureBuild } from "./prepare/build.mjs";
import { ensureChromium } from "./prepare/chromium.mjs";
import { onTestServers, runEach } from "./prepare/on-test-servers.mjs";
import { inProject } from "./prepare/project.mjs";
import { Failure, sayFailure, step } from "./prepare/say.mjs";
import { startTestApp } from "./prepare/test-app.mjs";

/** @param {readonly string[]} wanted starts of file names; none: all */
function listBenches(wanted) {
  const files = readdirSync(inProject("bench")).filter(
    (name) => /^r\d+.*\.ts$/.test(name) && !name.endsWith(".test.ts"),
  );
  const chosen = files.filter(
    (name) => wanted.length === 0 || wanted.some((start) => new RegExp(`^${start}\\b`).test(name)),
  );
  if (chosen.length > 0) return chosen.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  throw new Failure(`No bench of that name.`, `There are: ${files.join(", ")}`);
}

async function bench() {
  const files = listBenches(process.argv.slice(2));
  const chromium = await ensureChromium();
  await onTestServers(async ({ folder, servers, env, household }) => {
    await ensureBuild();
    const app = await step("Starting web and worker", () =>
      startTestApp(household, { env, folder, servers, log: inProject("test-results/bench.log") }),
    );
    return runEach(files, {
      in: "bench",
      verb: "Measuring",
      env: { ...env, ...app.env, ALCOVES_E2E_CHROMIUM: chromium, NODE_ENV: "production" },
    });
  });
}

await bench().catch((error) => {
  sayFailure(error);
  process.exit(1);
});
