/** @typedef {ReturnType<typeof import("./names.mjs").spell>} Name */

const intro = (/** @type {Name} */ job) =>
  `/** Does not exist yet: say here in one sentence what ${job.kebab} does. */`;

/** @param {Name} job @param {{ weight: string, column: Name | null }} options @returns {string} packages/jobs/src/<job>.ts */
export function contractText(job, { weight, column }) {
  if (column) {
    return `import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

${intro(job)}
export const ${job.camel} = defineTrackedJob({
  name: "${job.kebab}",
  weight: weights.${weight},
  attempts: 3,
  tracks: { row: "file", column: "${column.camel}" },
});
`;
  }
  return `import { z } from "zod";
import { defineJob } from "./define-job.ts";
import { weights } from "./weights.ts";

${intro(job)}
export const ${job.camel} = defineJob({
  name: "${job.kebab}",
  weight: weights.${weight},
  attempts: 3,
  payload: z.object({ fileId: z.uuid() }),
  dedupe: ({ fileId }) => fileId,
});
`;
}

/** @param {Name} job @param {{ column: Name | null }} options @returns {string} apps/worker/processors/<job>.ts */
export function processorText(job, { column }) {
  const type = column ? "TrackedProcessor" : `PlainProcessor<typeof contract>`;
  const imports = column
    ? `import { GiveUp } from "@alcoves/jobs";\nimport type { TrackedProcessor } from "./processor.ts";`
    : `import { GiveUp, type ${job.camel} as contract } from "@alcoves/jobs";\nimport type { PlainProcessor } from "./processor.ts";`;
  const how = column
    ? `  // Load through @alcoves/core (withOriginal), work with @alcoves/media, and return { status: "ready", commit }:
  // commit writes the result in the transaction that marks the row. May run twice at once, and again after a crash.`
    : `  // Load through @alcoves/core, work with @alcoves/media, hand the result to core. May run twice at once, and again
  // after a crash.`;
  return `${imports}

${intro(job)}
export const ${job.camel}: ${type} = async () => {
${how}
  throw new GiveUp("${job.kebab} is not written yet.");
};
`;
}

/** @param {Name} job @param {{ column: Name | null }} options @returns {string} the test that fails until the job is written */
export function processorTestText(job, { column }) {
  const head = `import { ${column ? `transaction } from "@alcoves/core";\nimport { requestJobs } from "@alcoves/core/processing";\nimport { ` : ""}${job.camel} } from "@alcoves/jobs";
import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { runProcessor } from "../run-processor.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());

it("does what ${job.kebab} is for", async () => {
  const ada = await addPerson(instance);
  const target = { url: instance.url, token: ada.token, libraryId: ada.libraryId };
  const fileId = await uploadFile(Buffer.from("bytes that this job works on"), target);
`;
  if (!column) {
    return `${head}  await runProcessor(instance.services, ${job.camel}, { payload: { fileId }, jobId: fileId, lastTry: true, deaths: 0 });
  expect.unreachable("Say here what the job has made.");
});
`;
  }
  return `${head}  const ctx = instance.as({ kind: "system", job: "${job.kebab}" });
  await transaction(ctx, (ctx) => requestJobs(ctx, ${job.camel}, [fileId]));
  const payload = { rowId: fileId, version: 1 };
  await runProcessor(instance.services, ${job.camel}, { payload, jobId: fileId, lastTry: true, deaths: 0 });
  const row = await instance.services.database.prisma.file.findUniqueOrThrow({ where: { id: fileId } });
  expect(row).toMatchObject({ ${column.camel}Status: "ready" });
  expect.unreachable("Say here what the job has made.");
});
`;
}

/** @param {Name} column @returns {string} the status family of a row, as prisma/schema.prisma spells it */
export function statusFamilyText({ camel, snake }) {
  const width = `${camel}DoneVersion`.length;
  const line = (/** @type {string} */ suffix, /** @type {string} */ rest) =>
    `  ${`${camel}${suffix}`.padEnd(width)} ${rest}\n`;
  return [
    "\n",
    line("Status", `JobStatus @default(not_needed) @map("${snake}_status")`),
    line("Progress", `Int       @default(0) @map("${snake}_progress") @db.SmallInt`),
    line("EtaSeconds", `Int?      @map("${snake}_eta_seconds")`),
    line("Error", `String?   @map("${snake}_error")`),
    line("Version", `Int       @default(0) @map("${snake}_version")`),
    line("DoneVersion", `Int       @default(0) @map("${snake}_done_version")`),
  ].join("");
}
