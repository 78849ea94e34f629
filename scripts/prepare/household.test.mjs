import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createHousehold } from "./household.mjs";

/** Says when it is ready, and takes a moment to stop. */
const unhurried = `
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => setTimeout(() => process.exit(0), 60));
  setInterval(() => {}, 1000);
  console.log("ready");
`;

/**
 * @param {ReturnType<typeof createHousehold>} household
 * @param {import("./household.mjs").MemberName} name
 */
async function startMember(household, name) {
  let ready = () => {};
  const isReady = new Promise((resolve) => {
    ready = () => resolve(undefined);
  });
  const child = household.supervise({
    name,
    spawn() {
      const process_ = spawn(process.execPath, ["-e", unhurried], {
        detached: true,
        stdio: ["ignore", "pipe", "ignore"],
      });
      process_.stdout.once("data", ready);
      return process_;
    },
  });
  child.start();
  await isReady;
  return child;
}

it("stops those that serve first, then the queue, then the database, whatever order they started in", async () => {
  /** @type {string[]} */
  const ends = [];
  const household = createHousehold({ onChange: (name, pid) => void (pid === undefined && ends.push(name)) });
  for (const name of /** @type {const} */ (["postgres", "web", "redis", "worker"]))
    await startMember(household, name);
  await household.stop();
  expect(ends.slice(0, 2).sort()).toEqual(["web", "worker"]);
  expect(ends.slice(2)).toEqual(["redis", "postgres"]);
});

it("starts nothing any more once it was stopped", async () => {
  const household = createHousehold();
  const child = await startMember(household, "web");
  await household.stop();
  child.start();
  await sleep(50);
  expect(child.pid()).toBeUndefined();
});
