import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The file whose time of change is the owner's sign of life. */
const signOfLife = ".alive";
const beatMs = 5_000;
/** Who has shown no sign of life while another watched for this long is gone, ms. */
const goneMs = 30_000;

/** A folder for the files in the making of one process. */
export interface OwnFolder {
  readonly path: string;
  /** Makes it, unless it is there. */
  prepare(): Promise<void>;
  /** Removes it with everything in it. */
  close(): Promise<void>;
}

/**
 * Gives this process a folder of its own below `parent`, and sweeps there what belongs to nobody any more: folders whose owner was
 * killed. Owners may be in other containers and on other machines, so no process number and no clock is compared: each watches, for a
 * time of its own, whether the others go on touching their file (leases by observation, as in leader election of Kubernetes).
 * @param pace for tests: ms between two signs of life, and until a silent owner counts as gone
 */
export function createOwnFolder(parent: string, pace = { beatMs, goneMs }): OwnFolder {
  const own = randomUUID();
  const path = join(parent, own);
  const watched = new Map<string, { sign: number; sinceMs: number }>();

  async function prepare() {
    const made = await mkdir(path, { recursive: true });
    if (made) await writeFile(join(path, signOfLife), "");
    timer ??= setInterval(() => void beat(), pace.beatMs).unref();
  }

  async function beat() {
    const now = new Date();
    // Somebody has emptied the data folder; it is made again when it is needed.
    await utimes(join(path, signOfLife), now, now).catch(() => {});
    // What cannot be swept now is only in the way; the next round tries again.
    await sweep().catch(() => {});
  }

  async function sweep() {
    const names = await readdir(parent);
    for (const gone of [...watched.keys()].filter((name) => !names.includes(name))) watched.delete(gone);
    for (const name of names.filter((each) => each !== own)) {
      // A folder without a sign is one that is just being made, or a file that an older build has left.
      const facts =
        (await stat(join(parent, name, signOfLife)).catch(() => null)) ?? (await stat(join(parent, name)));
      const known = watched.get(name);
      if (known?.sign !== facts.mtimeMs) {
        watched.set(name, { sign: facts.mtimeMs, sinceMs: performance.now() });
      } else if (performance.now() - known.sinceMs > pace.goneMs) {
        await rm(join(parent, name), { recursive: true, force: true });
      }
    }
  }

  let timer: NodeJS.Timeout | undefined;
  return {
    path,
    prepare,
    async close() {
      clearInterval(timer);
      timer = undefined;
      await rm(path, { recursive: true, force: true });
    },
  };
}
