import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether what is installed is what the lockfile asks for, however it was installed: npm writes down what it did in
 * node_modules/.package-lock.json. Every folder is looked for too, as an interrupted installation leaves that file behind.
 * @param {string} root of the project
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules/.package-lock.json"));
  if (!wanted || !installed || !existsSync(join(root, "node_modules/.bin"))) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    // "" is the project itself; paths outside of node_modules are its workspaces.
    if (!path.includes("node_modules/")) return true;
    const found = installed[path];
    if (!found) return entry.optional === true;
    return (
      found.version === entry.version && found.integrity === entry.integrity && existsSync(join(root, path))
    );
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
