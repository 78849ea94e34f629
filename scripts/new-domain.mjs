// npm run new-domain -- <plural> [--one <singular>]: a domain of a library, from its table to its procedures, with its tests.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { createChangeSet } from "./generate/change-set.mjs";
import { coreTexts, doorsText, modelText, routerText } from "./generate/domain-texts.mjs";
import { requireName, singularOf, spell } from "./generate/names.mjs";
import { inProject } from "./prepare/project.mjs";
import { Failure, say, sayFailure } from "./prepare/say.mjs";

const usage = "npm run new-domain -- albums [--one album]";

function newDomain() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { one: { type: "string" } } });
  const many = spell(requireName(positionals[0], usage));
  const one = spell(requireName(values.one ?? singularOf(many.kebab), usage));
  if (one.kebab === many.kebab) {
    throw new Failure(`A domain is named in the plural; "${many.kebab}" is none.`, `Usage: ${usage}`);
  }
  if (existsSync(inProject("packages/core/src", many.kebab))) {
    throw new Failure(`packages/core/src/${many.kebab} exists already; nothing was written.`);
  }
  const changes = createChangeSet();
  for (const [name, text] of Object.entries(coreTexts({ many, one }))) {
    changes.create(`packages/core/src/${many.kebab}/${name}`, text);
  }
  changes.create(`packages/api/src/routers/${many.kebab}.ts`, routerText({ many, one }));
  changes.create(`packages/api/src/routers/${many.kebab}.doors.ts`, doorsText({ many, one }));
  addToLists(changes, { many, one });
  for (const path of changes.apply()) say(`wrote ${path}`);
  for (const line of nextSteps({ many, one })) console.log(line);
}

/**
 * @param {ReturnType<typeof createChangeSet>} changes
 * @param {import("./generate/domain-texts.mjs").Domain} domain
 */
function addToLists(changes, { many, one }) {
  changes.insert("prisma/schema.prisma", {
    before: /^\/\/ ─── activity, events, jobs/gm,
    lines: modelText({ many, one }),
  });
  changes.insert("prisma/schema.prisma", {
    after: /^model Library \{[^}]*?\n {2}activities Activity\[\]\n/gm,
    lines: `  ${many.camel.padEnd(10)} ${one.pascal}[]\n`,
  });
  changes.insert("packages/core/src/access/schema.ts", {
    after: /^ {2}"[^"]+": "contributor",\n/gm,
    lines: `  "make ${many.words}": "contributor",\n`,
  });
  changes.insert("packages/core/src/activity/record.ts", {
    after: /^export interface ActivitySubjects \{\n(?: {2}.*\n)*/gm,
    lines: `  "${one.kebab}.created": { ${one.camel}Id: string; name: string };\n`,
  });
  const root = "packages/api/src/root.ts";
  changes.insert(root, {
    before: /^import \{ createCallerFactory/gm,
    lines: `import { ${many.camel}Router } from "./routers/${many.kebab}.ts";\n`,
  });
  changes.insert(root, {
    after: /^export const appRouter = router\(\{\n(?: {2}.*\n)*/gm,
    lines: `  ${many.camel}: ${many.camel}Router,\n`,
  });
  const doors = "packages/api/src/doors.ts";
  changes.insert(doors, {
    before: /^\ntype Inputs = /gm,
    lines: `import { ${many.camel}Doors } from "./routers/${many.kebab}.doors.ts";\n`,
  });
  changes.insert(doors, {
    after: /^export const doorRows = \{\n(?: {2}.*\n)*/gm,
    lines: `  ${many.camel}: ${many.camel}Doors,\n`,
  });
}

/** @param {import("./generate/domain-texts.mjs").Domain} domain */
function nextSteps({ many, one }) {
  return [
    "",
    "Next:",
    `  1. give model ${one.pascal} in prisma/schema.prisma the columns it needs`,
    "  2. npm run generate --workspace @alcoves/db",
    `  3. npm run new-migration --workspace @alcoves/db -- ${many.snake}   (with ALCOVES_DATABASE_URL set)`,
    `  4. packages/api/src/routers/${many.kebab}.doors.ts: say who may call each procedure`,
    `  5. npm test -- --only unit packages/core/src/${many.kebab} packages/testing/src/access-matrix`,
    `  6. apps/web/features/${many.kebab}: what people see of it`,
    "  7. npm run check",
  ];
}

try {
  newDomain();
} catch (error) {
  sayFailure(error instanceof TypeError ? new Failure(error.message, `Usage: ${usage}`) : error);
  process.exitCode = 1;
}
