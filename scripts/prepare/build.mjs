import { existsSync } from "node:fs";
import { oneAtATime } from "./one-at-a-time.mjs";
import { quietEnvironment } from "./packages.mjs";
import { inProject, root } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { step } from "./say.mjs";
import { hashFiles, isStamped, writeStamp } from "./stamp.mjs";

/** Builds the pages, unless nothing they are made of has changed since the last build. */
export function ensureBuild() {
  return oneAtATime(inProject(".cache/build.lock"), buildWhenChanged);
}

async function buildWhenChanged() {
  const hash = hashFiles(root, ["apps/web", "packages", "package-lock.json", "tsconfig.base.json"]);
  const stamp = inProject("apps/web/.next/alcoves-build");
  if (isStamped(stamp, hash) && existsSync(inProject("apps/web/.next/BUILD_ID"))) return;
  await step("Building the pages", () =>
    runCommand(process.execPath, [inProject("node_modules/next/dist/bin/next"), "build"], {
      cwd: inProject("apps/web"),
      task: "The build",
      env: { ...process.env, ...quietEnvironment, NODE_ENV: "production" },
    }),
  );
  writeStamp(stamp, hash);
}
