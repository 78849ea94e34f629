// npm run remove-guards: takes every access guard out of a copy of the project, one at a time, and sees the access matrix
// notice. Takes half an hour, less with a part of a path behind `--`; `npm test` runs the matrix itself.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { copyHouse } from "./check/house-copy.mjs";
import { createHousehold } from "./prepare/household.mjs";
import { migrateDatabase } from "./prepare/migrate-database.mjs";
import { say, sayFailure, step } from "./prepare/say.mjs";
import { stopOnSignals } from "./prepare/stop-on-signals.mjs";
import { makeTestFolder, removeFolders, startTestServers } from "./prepare/test-servers.mjs";

/** The matrix asks at every procedure and route; connecting an identity is a door of next-auth's, and proved by itself. */
const proofs = ["packages/testing/src/access-matrix", "packages/core/src/identities"];

/**
 * Ways to take a guard away: what it looks like, and what stands there without it. The look is searched in every line.
 * @type {{ what: string, files: RegExp, guard: RegExp, without: string }[]}
 */
const removals = [
  {
    what: "who has no account is let through",
    files: /^packages\/core\/.*\.ts$/,
    guard: /requireAccount\(ctx\)(?!\.userId)/,
    without: "ctx.principal",
  },
  {
    what: "a token does what a person does",
    files: /^packages\/core\/.*\.ts$/,
    guard: /requireSession\(ctx\)/,
    without: "ctx.principal",
  },
  {
    what: "everyone is the owner of the instance",
    files: /^packages\/core\/.*\.ts$/,
    guard: /requireInstanceOwner\(ctx\)/,
    without: "void ctx",
  },
  {
    what: "a token that may only read writes",
    files: /^packages\/core\/.*\.ts$/,
    guard: /requireWriter\(ctx\);/,
    without: ";",
  },
  {
    what: "the least role is enough",
    files: /^packages\/api\/src\/routers\/.*\.ts$/,
    guard: /libraryProcedure\("(?!see |leave )[^"]+",/,
    without: 'libraryProcedure("see the library",',
  },
  {
    what: "the least role is enough to upload",
    files: /^packages\/core\/src\/uploads\/.*\.ts$/,
    guard: /"upload files"/,
    without: '"see the library"',
  },
  {
    what: "a visitor asks for a library",
    files: /^packages\/api\/src\/trpc\.ts$/,
    guard: /requireAccount\(ctx\.core\);/,
    without: "",
  },
  {
    what: "nobody has to be something to the library",
    files: /access\/enter-library\.ts$/,
    guard: /await findRole\(ctx, libraryId\)/,
    without: '(await findRole(ctx, libraryId)) ?? "owner"',
  },
  {
    what: "no role is too little",
    files: /access\/enter-library\.ts$/,
    guard: /!isAtLeast\(role, wanted\)/,
    without: "false",
  },
  {
    what: "no role is needed to see a file",
    files: /files\/find-media-file\.ts$/,
    guard: /if \(!row\.role\)/,
    without: "if (!row.libraryId)",
  },
  {
    what: "whoever is in some library sees everyone's picture",
    files: /avatars\/find\.ts$/,
    guard: /own\.user_id = \$2 AND/,
    without: "",
  },
  {
    what: "a disabled account goes on",
    files: /accounts\/find-principal\.ts$/,
    guard: / AND u\.disabled_at IS NULL/,
    without: "",
  },
  {
    what: "a session or token outlives its time",
    files: /accounts\/find-principal\.ts$/,
    guard: /\(t\.expires_at IS NULL OR t\.expires_at > \$2\)|s\.expires_at > \$2/,
    without: "$2::timestamptz IS NOT NULL",
  },
  {
    what: "a stream outlives its session or membership",
    files: /events\/follow\.ts$/,
    guard: /^ +await (requireStillIn|enterLibrary)\(.*\);$/,
    without: "",
  },
  {
    what: "what is in the trash is there",
    files: /(files\/(get|retry-job|find-media-file)|folders\/(access|list))\.ts$/,
    guard: /, trashedAt: null| AND (f\.)?trashed_at IS NULL$/,
    without: "",
  },
  {
    what: "an object of another library is this one's",
    files: /^packages\/core\/src\/(files|folders|invites)\/(get|retry-job|access|revoke)\.ts$/,
    guard: /, libraryId(: ctx\.access\.libraryId)?(?=[ ,}])/,
    without: "",
  },
  {
    what: "what is somebody else's is one's own",
    files: /^packages\/core\/src\/(accounts|passkeys|identities|uploads)\/.*\.ts$/,
    guard: /(?<=where: \{ id: \w+), userId(?= \})/,
    without: "",
  },
];

/** @returns {{ what: string, path: string, line: number, text: string }[]} every guard, with the file's text without it */
function findGuards() {
  const paths = ["packages/core", "packages/api"].flatMap((folder) =>
    readdirSync(join(house.root, folder, "src"), { recursive: true, encoding: "utf8" }).map(
      (name) => `${folder}/src/${name}`,
    ),
  );
  const sources = paths.filter(
    (path) =>
      path.endsWith(".ts") &&
      path.includes(only) &&
      !/\.(test|doors)\.ts$|fixture|access\/require/.test(path),
  );
  return sources.flatMap((path) =>
    removals
      .filter(({ files }) => files.test(path))
      .flatMap(({ what, guard, without }) => {
        const lines = house.read(path).split("\n");
        return lines.flatMap((line, index) => {
          if (!guard.test(line) || isNarrowing(path, lines, index)) return [];
          const text = lines.with(index, line.replace(guard, without)).join("\n");
          return [{ what, path, line: index + 1, text }];
        });
      }),
  );
}

/** Behind a library's door the account is known: there `requireAccount` tells the compiler, and keeps nobody out. */
function isNarrowing(/** @type {string} */ path, /** @type {string[]} */ lines, /** @type {number} */ index) {
  if (!lines[index]?.includes("requireAccount(ctx)")) return false;
  const before = lines.slice(0, index + 1).join("\n");
  const signature = before.slice(before.lastIndexOf("export async function"));
  return /ctx: (Transaction<)?LibraryContext/.test(signature) || path.includes("/access/");
}

/** @returns the door whose test failed first; null when all passed, or when nothing ran at all */
function doorThatFailed(/** @type {string} */ output) {
  return /^ *FAIL .*\.test\.ts > (.+)$/m.exec(output)?.[1]?.replace("the access matrix > ", "") ?? null;
}

const [only = ""] = process.argv.slice(2);
const house = copyHouse();
const { folder, folders, run } = await makeTestFolder();
const household = createHousehold({ onChange: run.note, onGiveUp: sayFailure });
const { leave } = stopOnSignals(household, () => removeFolders(folders), 130);
try {
  const servers = await startTestServers(household, { folder, folders });
  await migrateDatabase(await servers.makeTemplate());
  const matrix = () =>
    house.runWith(
      { ...servers.env, NO_COLOR: "1" },
      "node_modules/vitest/vitest.mjs",
      "run",
      "--bail=1",
      ...proofs,
    );
  const { status, output } = await step("Running the matrix with every guard", async () => matrix());
  if (status !== 0) throw new Error(`The matrix fails by itself:\n${output.slice(-2_000)}`);
  const guards = findGuards();
  const unnoticed = [];
  for (const { what, path, line, text } of guards) {
    await setImmediate(); // a run of the matrix blocks; Ctrl-C is heard between two
    const whole = house.read(path);
    house.write(path, text);
    const door = doorThatFailed(matrix().output);
    house.write(path, whole);
    console.log(`${door ? `noticed at ${door}` : "NOT NOTICED"}: ${what} (${path}:${line})`);
    if (!door) unnoticed.push(`${path}:${line}`);
  }
  say(
    `${guards.length} guards taken away one at a time: ${guards.length - unnoticed.length} noticed, ${unnoticed.length} not`,
  );
  house.remove();
  await leave(unnoticed.length > 0 ? 1 : 0);
} catch (error) {
  sayFailure(error);
  house.remove();
  await leave(1);
}
