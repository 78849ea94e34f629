import { inProject, root } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { hashFiles } from "./stamp.mjs";

/**
 * Brings a database to the newest schema.
 * @param {string} databaseUrl
 * @returns {Promise<string>} what was applied, in one line
 */
export async function migrateDatabase(databaseUrl) {
  const args = ["--import", "tsx", inProject("packages/db/src/migrate-command.ts")];
  return (
    await runCommand(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ALCOVES_DATABASE_URL: databaseUrl },
      task: "Bringing the database to the newest schema",
      advice: `Check that the server at ${hideSecret(databaseUrl)} runs, can be reached from here and takes that name and password.`,
    })
  ).trim();
}

/** @param {string} databaseUrl */
function hideSecret(databaseUrl) {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url?.password) url.password = "***";
  return url?.href ?? "ALCOVES_DATABASE_URL";
}

/** @returns {string} changes with the migrations */
export function hashMigrations() {
  return hashFiles(root, ["prisma/migrations"]);
}
