import assert from "node:assert/strict";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeBacklog } from "./backlog.ts";
import { type Ending, readEndings, readStandings, recordEndings, type Standing } from "./endings.ts";
import { eventually } from "./eventually.ts";
import type { TestInstance } from "./instance.ts";
import { addPerson } from "./people.ts";
import { createRandom } from "./random.ts";
import { processesOf, temporaryFiles } from "./remains.ts";
import { uploadFile } from "./upload.ts";
import { startTestWorker } from "./worker.ts";

/** What was found when all was over. Empty lists are what one hopes for. */
export interface AfterKills {
  standings: Standing[];
  /** Ends of one job at one version beyond the first. */
  twice: Ending[];
  /** Kinds and subjects of entries of the activity that are there twice. */
  activityTwice: string[];
  temporaryFiles: string[];
  /** Files in the temporary folder that the workers had to themselves. */
  systemTemporaryFiles: string[];
  processes: string[];
}

/** How hard a worker is treated. */
export interface Kills {
  files: number;
  kills: number;
  seed: number;
  /** How long the last worker may take to come to the end of everything. */
  patienceMs: number;
  say?: (line: string) => void;
}

/**
 * Uploads a backlog, kills one worker after the other at random moments, lets a last one come to the end, and looks at what is left.
 * @throws when something is still open after `patienceMs`
 */
export async function killWorkers(instance: TestInstance, trial: Kills): Promise<AfterKills> {
  const { say = () => {} } = trial;
  await recordEndings(instance);
  const ada = await addPerson(instance);
  for (const { name, bytes } of await makeBacklog(trial.files)) {
    await uploadFile(bytes, { ...instance, ...ada, name });
  }
  say(`${trial.files} files are uploaded.`);
  const ownTmp = join(instance.config.dataPath, "system-tmp");
  await mkdir(ownTmp);
  const environment = { TMPDIR: ownTmp };
  const random = createRandom(trial.seed);
  for (let kill = 1; kill <= trial.kills; kill += 1) {
    const worker = startTestWorker(instance, { environment });
    const afterMs = random.between(1_500, 9_000);
    await sleep(afterMs);
    await worker.kill();
    say(`Kill ${kill} after ${Math.round(afterMs)} ms: ${await countOpen(instance)} jobs are open.`);
  }
  const last = startTestWorker(instance, { environment });
  try {
    await eventually(async () => assert.equal(await countOpen(instance), 0), trial.patienceMs);
    say("No job is open.");
    // What the killed ones left is swept by the living one in its own time; what stays is told below.
    await eventually(async () => assert.deepEqual(await temporaryFiles(instance), []), 90_000).catch(
      () => {},
    );
  } finally {
    await last.stop();
  }
  const subjects = await instance.services.database.prisma.activity.findMany();
  return {
    standings: await readStandings(instance),
    twice: beyondTheFirst(await readEndings(instance), ({ fileId, family, version }) =>
      [fileId, family, version].join(),
    ),
    activityTwice: beyondTheFirst(
      subjects.map(({ kind, subject }) => `${kind} ${JSON.stringify(subject)}`),
      (line) => line,
    ),
    temporaryFiles: await temporaryFiles(instance),
    // tsx keeps what it has compiled there.
    systemTemporaryFiles: (await readdir(ownTmp)).filter((name) => !name.startsWith("tsx-")),
    processes: await processesOf(instance),
  };
}

async function countOpen(instance: TestInstance): Promise<number> {
  const standings = await readStandings(instance);
  return standings.filter(({ status }) => status === "queued" || status === "processing").length;
}

function beyondTheFirst<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size === seen.add(keyOf(item)).size);
}
