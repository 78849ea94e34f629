import { existsSync, rmSync } from "node:fs";
import { isInstalled } from "./installed-packages.mjs";
import { oneAtATime } from "./one-at-a-time.mjs";
import { inProject, root } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { Failure, step } from "./say.mjs";
import { hashFiles, isStamped, writeStamp } from "./stamp.mjs";
import { findVersion, isAtLeast, oldest } from "./version.mjs";

/** No tool of ours reports home, and onnxruntime does not fetch its CUDA files. */
export const quietEnvironment = {
  NEXT_TELEMETRY_DISABLED: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  ONNXRUNTIME_NODE_INSTALL: "skip",
};

/** @throws {Failure} when this Node is too old */
export function requireNode() {
  const version = findVersion(process.version);
  if (!isAtLeast(version, oldest.node)) {
    throw new Failure(
      `Alcoves needs Node ${oldest.node} or newer, and this is ${version}.`,
      "Install a newer one: https://nodejs.org",
    );
  }
}

/**
 * Installs the packages when the lockfile is not the one they were installed from, and generates the database client. Two
 * installations at once would leave a folder that neither has completed, so a second command waits for the first.
 */
export async function ensurePackages() {
  await oneAtATime(inProject(".cache/packages.lock"), async () => {
    await ensureInstalled();
    await ensureDatabaseClient();
  });
}

async function ensureInstalled() {
  const lock = hashFiles(root, ["package-lock.json"]);
  const stamp = inProject("node_modules/.alcoves-lock");
  if (isStamped(stamp, lock) && existsSync(inProject("node_modules/.bin"))) return;
  // A person may have run `npm ci` by hand: what they have is not thrown away.
  if (isInstalled(root)) {
    writeStamp(stamp, lock);
    return;
  }
  // One that is interrupted must not pass for complete.
  rmSync(stamp, { force: true });
  await step("Installing the packages (npm ci)", () =>
    // No package needs its install script, so none gets to run one. --include: NODE_ENV=production would leave out build tools.
    runCommand("npm", ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: root,
      task: "Installing the packages",
      env: { ...process.env, ...quietEnvironment },
      advice: "Check that the npm registry can be reached and that the disk is not full, then start again.",
    }),
  );
  writeStamp(stamp, lock);
}

async function ensureDatabaseClient() {
  const hash = hashFiles(root, ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
  const stamp = inProject("node_modules/.alcoves-schema");
  if (isStamped(stamp, hash) && existsSync(inProject("packages/db/src/generated/client.ts"))) return;
  await step("Generating the database client", () =>
    runCommand("npm", ["run", "--workspace", "@alcoves/db", "generate"], {
      cwd: root,
      task: "Generating the database client",
      env: { ...process.env, ...quietEnvironment },
    }),
  );
  writeStamp(stamp, hash);
}
