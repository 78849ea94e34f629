/** @typedef {ReturnType<typeof import("./names.mjs").spell>} Name */
/** @typedef {{ many: Name, one: Name }} Domain */

/** @param {Domain} domain @returns {Record<string, string>} packages/core/src/<domain>/, by file name */
export function coreTexts({ many, one }) {
  return {
    "schema.ts": `import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";

/** What making one takes. */
export const Create${one.pascal} = InLibrary.extend({
  name: z.string().trim().min(1, "Choose a name.").max(255, "Use at most 255 characters."),
});
export type Create${one.pascal} = z.infer<typeof Create${one.pascal}>;

/** One of the ${many.words} as they are listed. */
export interface ${one.pascal}Summary {
  ${one.camel}Id: string;
  name: string;
}
`,
    "create.ts": `import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { Create${one.pascal} } from "./schema.ts";

/** Makes one in the library. */
export async function create${one.pascal}(
  ctx: LibraryContext,
  input: Create${one.pascal},
): Promise<{ ${one.camel}Id: string }> {
  const { name } = Create${one.pascal}.parse(input);
  return transaction(ctx, async (ctx) => {
    const { libraryId } = ctx.access;
    const { id } = await ctx.db.${one.camel}.create({ data: { libraryId, name } });
    await recordActivity(ctx, "${one.kebab}.created", { ${one.camel}Id: id, name });
    return { ${one.camel}Id: id };
  });
}
`,
    "list.ts": `import type { LibraryContext } from "../context.ts";
import type { ${one.pascal}Summary } from "./schema.ts";

/** The library's ${many.words}, by name. */
export async function list${many.pascal}(ctx: LibraryContext): Promise<${one.pascal}Summary[]> {
  const rows = await ctx.db.${one.camel}.findMany({
    where: { libraryId: ctx.access.libraryId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ ${one.camel}Id: id, name }));
}
`,
    "index.ts": `export { create${one.pascal} } from "./create.ts";
export { list${many.pascal} } from "./list.ts";
export { Create${one.pascal} } from "./schema.ts";
`,
    "create.test.ts": `import { addPerson, startTestInstance } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { create${one.pascal}, list${many.pascal} } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const ada = await addPerson(instance);
const { libraryId } = ada;

it("lists what was made, and the activity tells of it", async () => {
  const ctx = await enterLibrary(ada.ctx, libraryId, "make ${many.words}");
  const { ${one.camel}Id } = await create${one.pascal}(ctx, { libraryId, name: "Summer" });
  expect(await list${many.pascal}(ctx)).toEqual([{ ${one.camel}Id, name: "Summer" }]);
  const entry = await ctx.db.activity.findFirst({ where: { libraryId, kind: "${one.kebab}.created" } });
  expect(entry).toMatchObject({ userId: ada.userId, subject: { ${one.camel}Id, name: "Summer" } });
});

it("refuses a name that is blank", async () => {
  const ctx = await enterLibrary(ada.ctx, libraryId, "make ${many.words}");
  await expect(create${one.pascal}(ctx, { libraryId, name: " " })).rejects.toThrow("Choose a name.");
});
`,
  };
}

/** @param {Domain} domain @returns {string} packages/api/src/routers/<domain>.ts */
export function routerText({ many, one }) {
  return `import { Create${one.pascal}, create${one.pascal}, list${many.pascal} } from "@alcoves/core/${many.kebab}";
import { InLibrary } from "@alcoves/core/libraries";
import { libraryProcedure, router } from "../trpc.ts";

export const ${many.camel}Router = router({
  list: libraryProcedure("see the library", InLibrary).query(({ ctx }) => list${many.pascal}(ctx.core)),
  create: libraryProcedure("make ${many.words}", Create${one.pascal}).mutation(({ ctx, input }) =>
    create${one.pascal}(ctx.core, input),
  ),
});
`;
}

/** @param {Domain} domain @returns {string} packages/api/src/routers/<domain>.doors.ts */
export function doorsText({ many }) {
  return `import type { RowsOf } from "../doors.ts";

export const ${many.camel}Doors: RowsOf<"${many.camel}"> = {
  list: { may: { least: "viewer" }, input: ({ libraryId }) => ({ libraryId }) },
  create: {
    may: { least: "contributor", writes: true },
    input: ({ libraryId, unique }) => ({ libraryId, name: unique }),
  },
};
`;
}

/** @param {Domain} domain @returns {string} its model, as prisma/schema.prisma spells it */
export function modelText({ many, one }) {
  return `// ─── ${many.words} ${"─".repeat(113 - many.words.length)}

model ${one.pascal} {
  id        String   @id @default(dbgenerated("uuid_v7()")) @db.Uuid
  libraryId String   @map("library_id") @db.Uuid
  name      String
  createdAt DateTime @default(now()) @map("created_at") @db.Timestamptz(3)

  library Library @relation(fields: [libraryId], references: [id], onDelete: Cascade)

  @@index([libraryId])
  @@map("${many.snake}")
}

`;
}
