import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCommand, runCommand } from "./run-command.mjs";
import { Failure } from "./say.mjs";

/** Per distribution: a release that carries pgvector 0.8 or newer, its section, and the key that signs it. */
const sources = {
  debian: { suite: "trixie", component: "main", keyring: "/usr/share/keyrings/debian-archive-keyring.gpg" },
  ubuntu: {
    suite: "resolute",
    component: "universe",
    keyring: "/usr/share/keyrings/ubuntu-archive-keyring.gpg",
  },
};

/** @returns {"debian" | "ubuntu"} */
function distribution() {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return /^ID=.?ubuntu/m.test(release) ? "ubuntu" : "debian";
}

/**
 * Mirrors that this machine's apt already uses: none is written down here, so that a local mirror is honoured.
 * @returns {string[]}
 */
function listMirrors() {
  const printed =
    readCommand("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Identifier: Packages"]) ?? "";
  return [
    ...new Set(
      printed
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => /^https?:/.test(line)),
    ),
  ];
}

/**
 * Fetches pgvector's source through apt, from a newer release than the machine's, without touching apt's own lists.
 * @param {string} folder to put it in
 * @returns {Promise<string>} path of the source archive
 */
async function fetchSource(folder) {
  const { suite, component, keyring } = sources[distribution()];
  const list = join(folder, "sources.list");
  const options = [
    ...["-o", `Dir::Etc::sourcelist=${list}`, "-o", "Dir::Etc::sourceparts=/dev/null"],
    ...["-o", `Dir::State::lists=${join(folder, "lists")}`, "-o", `Dir::Cache=${join(folder, "cache")}`],
    // As root apt would fetch as its own user, who may not write into our folder.
    ...["-o", "APT::Sandbox::User=root"],
  ];
  mkdirSync(join(folder, "lists", "partial"), { recursive: true });
  mkdirSync(join(folder, "cache", "archives", "partial"), { recursive: true });
  for (const mirror of listMirrors()) {
    writeFileSync(list, `deb-src [signed-by=${keyring}] ${mirror} ${suite} ${component}\n`);
    try {
      await runCommand("apt-get", ["update", ...options]);
      await runCommand("apt-get", ["source", "--download-only", ...options, "pgvector"], { cwd: folder });
    } catch {
      continue;
    }
    const archive = readdirSync(folder).find((name) => /^pgvector_.*\.orig\.tar\./.test(name));
    if (archive) return join(folder, archive);
  }
  throw new Failure(
    `pgvector's source was not found for ${suite} on any mirror that apt knows.`,
    "Install pgvector 0.8 or newer for your PostgreSQL by hand, or set ALCOVES_DATABASE_URL to a server that has it.",
  );
}

/**
 * Builds pgvector from the distribution's source package and installs it beside PostgreSQL.
 * Needs the postgresql-server-dev package, gcc and make.
 * @param {string} postgresFolder of PostgreSQL's programs
 * @param {readonly string[]} asRoot words that make a command run as root: none, or sudo's
 */
export async function buildPgvector(postgresFolder, asRoot) {
  const folder = mkdtempSync(join(tmpdir(), "alcoves-pgvector-"));
  try {
    const archive = await fetchSource(folder);
    const source = join(folder, "source");
    mkdirSync(source);
    await runCommand("tar", ["-xf", archive, "-C", source, "--strip-components=1"]);
    // OPTFLAGS: the default is -march=native, which breaks an image that is moved to an older processor.
    const settings = ["with_llvm=no", "OPTFLAGS=", `PG_CONFIG=${join(postgresFolder, "pg_config")}`];
    await runCommand("make", settings, { cwd: source });
    const [command, ...args] = [...asRoot, "make", ...settings, "install"];
    await runCommand(command, args, { cwd: source });
  } finally {
    // `make install` under sudo may leave files that only root removes; a leftover in the temporary folder is harmless.
    rmSync(folder, { recursive: true, force: true, maxRetries: 1 });
  }
}
