import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationAdapter } from "./adapter.ts";
import { schemaText } from "./folder.ts";

let started = false;

/** The part of the WebAssembly global that is used here; Node has it, its type package does not describe it. */
interface WebAssemblyGlobal {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, (() => void) | undefined> };
}

/** The schema engine is WebAssembly made for bundlers; Node has to join module and glue by hand, once. */
function startEngine() {
  if (started) return;
  const scope: object = globalThis;
  const { Module, Instance }: WebAssemblyGlobal = Reflect.get(scope, "WebAssembly");
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = new Module(readFileSync(join(dirname(glue), "schema_engine_bg.wasm")));
  const { exports } = new Instance(module, { "./schema_engine_bg.js": { ...bindings } });
  Reflect.apply(Reflect.get(bindings, "__wbg_set_wasm"), undefined, [exports]);
  exports.__wbindgen_start?.();
  started = true;
}

/**
 * Runs one piece of work on Prisma's schema engine (the engine of the same version as the client).
 * The engine takes its own advisory lock, so callers on many machines may run at once.
 */
export async function withSchemaEngine<Result>(
  url: string,
  work: (engine: bindings.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  startEngine();
  const adapter = migrationAdapter(url);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", schemaText()]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter.factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await adapter.close();
  }
}
