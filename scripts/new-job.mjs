// npm run new-job -- <job> --tracks <column>|none --weight <weight>: a contract, a processor, a test, and their places in the lists.
import { parseArgs } from "node:util";
import { createChangeSet } from "./generate/change-set.mjs";
import { contractText, processorTestText, processorText, statusFamilyText } from "./generate/job-texts.mjs";
import { requireName, spell } from "./generate/names.mjs";
import { Failure, say, sayFailure } from "./prepare/say.mjs";

const usage = "npm run new-job -- photo-colours --tracks colours|none --weight light";
const contracts = "packages/jobs/src/contracts.ts";
const schema = "prisma/schema.prisma";

function newJob() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { tracks: { type: "string" }, weight: { type: "string" } },
  });
  const job = spell(requireName(positionals[0], usage));
  const tracks = requireName(values.tracks, usage);
  const column = tracks === "none" ? null : spell(tracks);
  const changes = createChangeSet();
  const weights = [
    ...changes.read("packages/jobs/src/weights.ts").matchAll(/^ {2}(\w+): \{ importance/gm),
  ].map(([, weight]) => String(weight));
  const weight = values.weight ?? "";
  if (!weights.includes(weight)) throw new Failure(`Weigh it: ${weights.join(", ")}.`, `Usage: ${usage}`);

  changes.create(`packages/jobs/src/${job.kebab}.ts`, contractText(job, { weight, column }));
  changes.create(`apps/worker/processors/${job.kebab}.ts`, processorText(job, { column }));
  changes.create(`apps/worker/processors/${job.kebab}.test.ts`, processorTestText(job, { column }));
  addToLists(changes, { job, rank: weights.indexOf(weight), weights });
  const familyIsNew = column !== null && !changes.read(schema).includes(` ${column.camel}DoneVersion `);
  if (familyIsNew) {
    changes.insert(schema, { after: /^ {2}\w+DoneVersion .*\n/gm, lines: statusFamilyText(column) });
  }
  for (const path of changes.apply()) say(`wrote ${path}`);
  for (const line of nextSteps({ job, column, familyIsNew })) console.log(line);
}

/**
 * @param {ReturnType<typeof createChangeSet>} changes
 * @param {{ job: ReturnType<typeof spell>, rank: number, weights: string[] }} place
 */
function addToLists(changes, { job, rank, weights }) {
  const entry = `import { ${job.camel} } from "./${job.kebab}.ts";\n`;
  const ranked = [...changes.read(contracts).matchAll(/^import \{ (\w+) \} from "\.\/([\w-]+)\.ts";$/gm)].map(
    ([, camel, kebab]) => {
      const text = changes.read(`packages/jobs/src/${kebab}.ts`);
      return { camel, rank: weights.indexOf(/weight: weights\.(\w+)/.exec(text)?.[1] ?? "") };
    },
  );
  const inOrder = [...changes.read(contracts).matchAll(/^ {2}(\w+),$/gm)].map(([, camel]) => camel);
  const previous = inOrder.filter((camel) =>
    ranked.some((each) => each.camel === camel && each.rank <= rank),
  );
  changes.insert(contracts, { before: /^import type .*define-job/gm, lines: entry });
  changes.insert(contracts, {
    after:
      previous.length > 0
        ? new RegExp(`^  ${previous.at(-1)},\\n`, "gm")
        : /^export const jobContracts = \[\n/gm,
    lines: `  ${job.camel},\n`,
  });
  changes.insert("packages/jobs/src/index.ts", {
    before: /^export \{ type Lane/gm,
    lines: `export { ${job.camel} } from "./${job.kebab}.ts";\n`,
  });
  const processors = "apps/worker/processors/index.ts";
  changes.insert(processors, { before: /^import type \{ Processors/gm, lines: entry });
  changes.insert(processors, {
    before: /^\} satisfies Processors/gm,
    lines: `  "${job.kebab}": ${job.camel},\n`,
  });
}

/** @param {{ job: ReturnType<typeof spell>, column: ReturnType<typeof spell> | null, familyIsNew: boolean }} made */
function nextSteps({ job, column, familyIsNew }) {
  const family = familyIsNew
    ? [
        "npm run generate --workspace @alcoves/db",
        `npm run new-migration --workspace @alcoves/db -- file_${column?.snake}   (with ALCOVES_DATABASE_URL set)`,
      ]
    : [];
  const asked = column
    ? "packages/core/src/files/jobs-of-kind.ts and schema.ts: name it for people, and say which files it is done to"
    : `ask for it with ctx.services.queues.run(${job.camel}, …) in packages/core`;
  const steps = [
    ...family,
    `write apps/worker/processors/${job.kebab}.ts until its test passes`,
    asked,
    `apps/web/messages/en.json: name its queue for people, at jobs.queue.${job.kebab}`,
    "npm run check",
  ];
  return ["", "Next:", ...steps.map((step, index) => `  ${index + 1}. ${step}`)];
}

try {
  newJob();
} catch (error) {
  sayFailure(error instanceof TypeError ? new Failure(error.message, `Usage: ${usage}`) : error);
  process.exitCode = 1;
}
