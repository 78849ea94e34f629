import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { findAptRights, findCandidate, installPackages, updateApt } from "./apt.mjs";
import { findProgram } from "./find-tools.mjs";
import { inProject, root } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { Failure, step } from "./say.mjs";

/** @returns {string | undefined} path of a Chromium of this machine */
export function findChromium() {
  return ["chromium", "google-chrome-stable", "google-chrome"]
    .map(findProgram)
    .find((path) => path !== undefined);
}

/**
 * Sees to it that there is a browser for the end-to-end tests: the system's, apt's, else Playwright's own.
 * @returns {Promise<string | undefined>} its path; undefined when Playwright finds its own
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found || hasPlaywrightBrowser()) return found;
  const asRoot = findAptRights();
  await step("Installing Chromium for the end-to-end tests", async () => {
    if (asRoot) await updateApt(asRoot);
    // Ubuntu's packages of this name only fetch a snap, and have no chromium-common beside them.
    if (asRoot && findCandidate("chromium-common"))
      await installPackages(asRoot, ["chromium", "fonts-liberation"]);
    else {
      await runCommand(
        process.execPath,
        [inProject("node_modules/playwright/cli.js"), "install", "--with-deps", "chromium"],
        {
          cwd: root,
          advice:
            "Install Chromium or Google Chrome by hand, or run: npx playwright install --with-deps chromium",
        },
      );
    }
  });
  const installed = findChromium();
  if (installed || hasPlaywrightBrowser()) return installed;
  throw new Failure(
    "No Chromium for the end-to-end tests.",
    "Install Chromium or Google Chrome, then run this again.",
  );
}

function hasPlaywrightBrowser() {
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    (process.platform === "darwin"
      ? join(homedir(), "Library/Caches/ms-playwright")
      : join(homedir(), ".cache/ms-playwright"));
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("chromium"));
}
