import { withSchemaEngine } from "./engine.ts";
import { prismaFolder, readMigrations, schemaText } from "./folder.ts";

/**
 * The SQL that leads from the migrations to schema.prisma; empty when they agree. Works in a shadow database beside the
 * one of `url`, whose role must be allowed to create databases.
 */
export async function draftMigration(url: string): Promise<string> {
  const schema = { files: [{ path: `${prismaFolder}/schema.prisma`, content: schemaText() }] };
  const result = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...readMigrations() },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return result.exitCode === 0 ? "" : (result.stdout ?? "");
}
