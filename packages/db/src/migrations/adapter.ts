import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

/**
 * PostgreSQL's internal "char" types (oid 18 and its array 1002) mean nothing to the Prisma adapter, and the schema engine
 * reads catalogue columns of them: hand them over as text (25) and text[] (1009).
 */
const textInsteadOfChar = new Map([
  [18, 25],
  [1002, 1009],
]);

function presentCharAsText<Result>(result: Result): Result {
  for (const one of Array.isArray(result) ? result : [result]) {
    for (const field of (one as pg.QueryResult | undefined)?.fields ?? []) {
      field.dataTypeID = textInsteadOfChar.get(field.dataTypeID) ?? field.dataTypeID;
    }
  }
  return result;
}

/** pg's `query` has many overloads; each ends in a callback or gives a promise, and both are mended here. */
class CatalogueClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg.Client.query cannot be restated one by one
  override query(...given: any[]): any {
    const last = given.at(-1);
    if (typeof last === "function") {
      given[given.length - 1] = (error: Error, result: unknown) => last(error, presentCharAsText(result));
    }
    const answer = Reflect.apply(super.query, this, given);
    return answer instanceof Promise ? answer.then(presentCharAsText) : answer;
  }
}

function poolConfig(url: string, database?: string): pg.PoolConfig {
  const parsed = new URL(url);
  if (database) parsed.pathname = `/${database}`;
  return { connectionString: parsed.href, Client: CatalogueClient, max: 5, allowExitOnIdle: true };
}

async function open(pools: pg.Pool[], url: string, database?: string) {
  const pool = new pg.Pool(poolConfig(url, database));
  pools.push(pool);
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  // The stock one splits a script at every `;`, which breaks function bodies and runs each piece on its own.
  adapter.executeScript = async (script: string) => {
    await pool.query(script);
  };
  return adapter;
}

/**
 * The adapter that the schema engine drives. Its shadow database is a new one beside the real one, dropped after use;
 * the stock adapter would hand out the real database.
 */
export function migrationAdapter(url: string): { factory: PrismaPg; close(): Promise<void> } {
  const pools: pg.Pool[] = [];
  const factory = new PrismaPg(poolConfig(url));
  factory.connect = () => open(pools, url);
  factory.connectToShadowDb = async () => {
    const name = `alcoves_shadow_${crypto.randomUUID()}`;
    const administrator = new pg.Client({ connectionString: url });
    await administrator.connect();
    await administrator.query(`CREATE DATABASE "${name}"`);
    const adapter = await open(pools, url, name);
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await administrator.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await administrator.end();
    };
    return adapter;
  };
  return {
    factory,
    /** Ends every connection, and with them the engine's advisory lock, which lives as long as its session. */
    async close() {
      await Promise.all(pools.filter((pool) => !pool.ending).map((pool) => pool.end()));
    },
  };
}
