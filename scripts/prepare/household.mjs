import { supervise } from "./children.mjs";

/**
 * In which order processes are stopped: those that serve and work first, then the queue they report to, then the database.
 * A signal is how each is asked to finish its work; SIGINT is PostgreSQL's fast shutdown (open transactions are rolled back).
 */
export const shutdownOrder = /** @type {const} */ ([
  [
    { name: "web", signal: "SIGTERM" },
    { name: "worker", signal: "SIGTERM" },
  ],
  [{ name: "redis", signal: "SIGTERM" }],
  [{ name: "postgres", signal: "SIGINT" }],
]);

/** @typedef {(typeof shutdownOrder)[number][number]["name"]} MemberName */

/**
 * @typedef {object} Household every process that a run has started
 * @property {(spec: Omit<import("./children.mjs").ChildSpec, "name" | "stopSignal"> & { name: MemberName }) => import("./children.mjs").Child} supervise
 * @property {() => import("./children.mjs").Child[]} members
 * @property {() => Promise<void>} stop in order; nothing starts again afterwards
 * @property {() => void} killAll at once, without waiting
 */

/**
 * @param {object} [listeners]
 * @param {(name: string, pid: number | undefined) => void} [listeners.onChange] told when a process starts and ends
 * @param {(failure: import("./say.mjs").Failure) => void} [listeners.onGiveUp] told when one died too often
 * @returns {Household}
 */
export function createHousehold({ onChange, onGiveUp } = {}) {
  /** @type {import("./children.mjs").Child[]} */
  const members = [];
  let closed = false;
  return {
    supervise(spec) {
      const child = supervise({
        ...spec,
        stopSignal: shutdownOrder.flat().find(({ name }) => name === spec.name)?.signal,
        onChange: (pid) => onChange?.(spec.name, pid),
        onGiveUp,
      });
      // A Ctrl-C may come between two steps of the start: what comes after it must not start any more.
      const guarded = { ...child, start: () => void (closed || child.start()) };
      members.push(guarded);
      return guarded;
    },
    members: () => [...members],
    async stop() {
      closed = true;
      for (const group of shutdownOrder) {
        const names = group.map(({ name }) => name);
        await Promise.all(members.filter(({ name }) => names.includes(name)).map((child) => child.stop()));
      }
    },
    killAll() {
      closed = true;
      for (const child of members) child.kill("SIGKILL");
    },
  };
}
