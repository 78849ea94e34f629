import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findFreePort } from "./free-port.mjs";
import { quietEnvironment } from "./packages.mjs";
import { inProject } from "./project.mjs";

const leaveWithParent = pathToFileURL(inProject("scripts/prepare/leave-with-parent.mjs")).href;

/**
 * Starts a mail server that writes each mail into a folder as a file of JSON.
 * @param {import("./household.mjs").Household} household
 * @param {{ env: NodeJS.ProcessEnv, folder: string, output: number }} options
 * @returns {Promise<string>} for ALCOVES_SMTP_URL
 */
export async function startTestMail(household, { env, folder, output }) {
  const port = await findFreePort();
  mkdirSync(folder, { recursive: true });
  const command = [
    "--import",
    leaveWithParent,
    "--import",
    "tsx",
    "src/mail-command.ts",
    String(port),
    folder,
  ];
  household
    .supervise({
      name: "mail",
      spawn: () =>
        spawn(process.execPath, command, {
          cwd: inProject("packages/testing"),
          detached: true,
          stdio: ["ignore", output, output, "ipc"],
          env: { ...env, ...quietEnvironment },
        }),
    })
    .start();
  return `smtp://alcoves:mail%20secret@127.0.0.1:${port}`;
}
