import { findAptRights, findCandidate, installPackages, updateApt } from "./apt.mjs";
import { findPostgres, findProgram, findRedis, hasPgvector } from "./find-tools.mjs";
import { adviseInstall, nameNeeds } from "./install-advice.mjs";
import { buildPgvector } from "./pgvector.mjs";
import { Failure, step } from "./say.mjs";
import { isAtLeast, oldest } from "./version.mjs";

/**
 * @param {{ postgres: boolean, redis: boolean }} servers that are to run here
 * @returns {import("./install-advice.mjs").Need[]} what this machine lacks
 */
export function listMissing({ postgres, redis }) {
  const found = postgres ? findPostgres() : undefined;
  /** @type {Record<import("./install-advice.mjs").Need, boolean>} */
  const missing = {
    postgres: postgres && !found,
    pgvector: postgres && !hasPgvector(found),
    redis: redis && !findRedis(),
    ffmpeg: !findProgram("ffmpeg") || !findProgram("ffprobe"),
    // Newer releases of libheif call it heif-dec.
    heif: !findProgram("heif-convert") && !findProgram("heif-dec"),
    perl: !findProgram("perl"),
  };
  return listTrue(missing);
}

/**
 * @template {string} Name
 * @param {Record<Name, boolean>} flags
 * @returns {Name[]}
 */
function listTrue(flags) {
  return /** @type {Name[]} */ (Object.keys(flags)).filter((name) => flags[name]);
}

/**
 * Sees to it that the programs Alcoves runs on are here: installs them where apt and rights allow, else tells how.
 * @param {{ postgres: boolean, redis: boolean }} servers that are to run here
 */
export async function ensureSystem(servers) {
  const missing = listMissing(servers);
  if (missing.length === 0) return;
  const asRoot = findAptRights();
  if (!asRoot) throw new Failure(`Alcoves needs ${nameNeeds(missing)}.`, adviseInstall(missing));
  await step(`Installing ${nameNeeds(missing)} through apt`, () => installMissing(missing, asRoot));
  const still = listMissing(servers);
  if (still.length > 0)
    throw new Failure(`apt installed, but ${nameNeeds(still)} is still missing.`, adviseInstall(still));
}

/**
 * @param {readonly import("./install-advice.mjs").Need[]} missing
 * @param {readonly string[]} asRoot
 */
async function installMissing(missing, asRoot) {
  await updateApt(asRoot);
  const wants = (/** @type {import("./install-advice.mjs").Need} */ need) => missing.includes(need);
  const major = wants("pgvector") ? choosePostgresMajor() : "";
  const packages = [
    ...(wants("postgres") ? [`postgresql-${major}`] : []),
    ...(wants("redis")
      ? [isAtLeast(findCandidate("redis-server"), oldest.redis) ? "redis-server" : "valkey-server"]
      : []),
    ...(wants("ffmpeg") ? ["ffmpeg"] : []),
    ...(wants("heif") ? ["libheif-examples"] : []),
    ...(wants("perl") ? ["perl"] : []),
  ];
  const packaged = `postgresql-${major}-pgvector`;
  const build = wants("pgvector") && !isAtLeast(findCandidate(packaged), oldest.pgvector);
  if (build) packages.push(`postgresql-server-dev-${major}`, "gcc", "make", "libc6-dev");
  else if (wants("pgvector")) packages.push(packaged);
  await installPackages(asRoot, packages);
  const postgres = findPostgres();
  if (build && postgres) {
    await step("Building pgvector from its source package", () => buildPgvector(postgres.folder, asRoot));
  }
}

/** @returns {string} such as "15" */
function choosePostgresMajor() {
  const version = findPostgres()?.version ?? findCandidate("postgresql");
  const major = version?.split(".")[0] ?? "0";
  if (isAtLeast(major, oldest.postgres)) return major;
  throw new Failure(
    `This distribution's newest PostgreSQL is ${major}, and Alcoves needs ${oldest.postgres}.`,
    "Add PostgreSQL's own apt repository (https://wiki.postgresql.org/wiki/Apt), or set ALCOVES_DATABASE_URL to a newer server.",
  );
}
