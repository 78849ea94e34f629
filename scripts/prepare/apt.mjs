import { findProgram } from "./find-tools.mjs";
import { readCommand, runCommand } from "./run-command.mjs";
import { findDebianVersion } from "./version.mjs";

/**
 * @returns {readonly string[] | undefined} words that make a command run as root: none when we are, sudo's when it asks for no
 *   password; undefined when apt cannot be used
 */
export function findAptRights() {
  if (process.platform !== "linux" || !findProgram("apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  return readCommand("sudo", ["-n", "true"]) === undefined ? undefined : ["sudo", "-n"];
}

/** @param {readonly string[]} asRoot */
export async function updateApt(asRoot) {
  // One broken third-party source must not stop us: what is really missing shows at the installation.
  await runAsRoot(asRoot, `for try in 1 2 3; do apt-get update && exit 0; sleep 5; done; true`);
}

/**
 * @param {string} name of a package
 * @returns {string | undefined} upstream version that apt would install
 */
export function findCandidate(name) {
  const candidate = readCommand("apt-cache", ["policy", name])?.match(/Candidate: (\S+)/)?.[1];
  return candidate === "(none)" ? undefined : findDebianVersion(candidate);
}

/**
 * Installs packages without letting the distribution start servers of its own from them: no policy-rc.d-approved service, no
 * main cluster of PostgreSQL. Both switches are taken back afterwards.
 * @param {readonly string[]} asRoot
 * @param {readonly string[]} packages
 */
export async function installPackages(asRoot, packages) {
  await runAsRoot(
    asRoot,
    `
policy=/usr/sbin/policy-rc.d
cluster=/etc/postgresql-common/createcluster.d/alcoves.conf
made=no
clean() { rm -f "$cluster"; if [ "$made" = yes ]; then rm -f "$policy"; fi; }
trap clean EXIT
trap 'exit 130' INT TERM
if [ ! -e "$policy" ]; then
  made=yes
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
mkdir -p "$(dirname "$cluster")"
echo "create_main_cluster = false" > "$cluster"
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 \\
  -o Dpkg::Options::=--force-confold ${packages.join(" ")}
case " ${packages.join(" ")} " in
  *" redis-server "*) if command -v systemctl > /dev/null; then systemctl disable --now redis-server || true; fi ;;
esac
`,
  );
}

/**
 * @param {readonly string[]} asRoot
 * @param {string} script
 */
async function runAsRoot(asRoot, script) {
  const [command, ...args] = [...asRoot, "sh", "-ec", script];
  await runCommand(command, args, {
    task: "Installing through apt",
    advice: "Correct what apt names, then start again.",
  });
}
