import { parseArgs } from "node:util";
import { ConfigError } from "@alcoves/config";
import { StorageUnavailable } from "@alcoves/storage";
import { check } from "./check.ts";
import { move } from "./move.ts";

const usage = `npm run storage -- <command>

  check                    compares storage with the database and names what is damaged, missing or left over
    --fast                 looks at existence and size alone, and reads no original
    --repair               removes cached blobs that nobody refers to, and asks again for those that are missing
    --json                 writes a line of JSON for each finding, and one of the summary

  migrate --to s3|local    copies every blob to the other storage and reads it back; can be broken off and run again
    --fast                 takes an original of the same size for the same, as after a run that has compared them
    --remove-source        afterwards removes each blob that was compared; only once ALCOVES_STORAGE names the target

Exit code: 0 when all is well, 1 when something is wrong, 2 for a command that cannot be carried out.`;

/** What can be asked for, after `npm run storage`. */
const options = {
  fast: { type: "boolean", default: false },
  repair: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  to: { type: "string" },
  "remove-source": { type: "boolean", default: false },
} as const;

/** @returns the exit code */
async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const { to, fast, repair, json } = values;
  if (positionals.length === 1 && positionals[0] === "check" && to === undefined) {
    return check({ fast, repair, json });
  }
  if (positionals.length === 1 && positionals[0] === "migrate" && (to === "s3" || to === "local")) {
    return move({ to, fast, removeSource: values["remove-source"] });
  }
  console.error(usage);
  return 2;
}

/** @returns whether the error says all in its message */
function isPlain(error: unknown): error is Error {
  const isUnknownOption =
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  return isUnknownOption || error instanceof StorageUnavailable || error instanceof ConfigError;
}

// All that it does can be broken off at any point, so there is nothing to wait for.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    console.error("\nBroken off. Nothing is lost: run it again to go on.");
    process.exit(130);
  });
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  if (!isPlain(error)) throw error;
  console.error(error.message);
  return 2;
});
