import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

/** Prisma with every model; inside a transaction, the running transaction. */
export type PrismaHandle = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction"
>;

/** A row of a hand-written query. */
type Row = pg.QueryResultRow;

/** Runs hand-written SQL of the hot reads on the pool, outside of any transaction. */
export interface SqlReader {
  /**
   * @param name a stable name: the statement is prepared once per connection
   * @returns the rows as PostgreSQL sent them (bigint as string, timestamptz as Date)
   */
  read<Result extends Row>(statement: { name: string; text: string }, values: unknown[]): Promise<Result[]>;
}

/** One process's way to PostgreSQL: Prisma and plain SQL over the same pool. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly sql: SqlReader;
  /** Round trip to the server. @throws when it does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects lazily: the first query opens the first connection.
 * @param options.poolSize most connections held at once
 */
export function createDatabase(options: { url: string; poolSize?: number }): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that the server ends (a restart) must not end the process; the next query opens a new one.
  pool.on("error", () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    sql: {
      async read<Result extends Row>(statement: { name: string; text: string }, values: unknown[]) {
        const { rows } = await pool.query<Result>({ ...statement, values });
        return rows;
      },
    },
    async ping() {
      await pool.query("SELECT 1");
    },
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
