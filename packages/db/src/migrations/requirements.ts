import pg from "pg";

const oldestServer = 15;
const oldestVector = [0, 8] as const;
/** Modules of PostgreSQL's own (contrib) that migrations create. */
const modules = ["pg_trgm", "btree_gin"] as const;

/** The database server cannot hold Alcoves; the message says what to do. */
export class DatabaseTooOld extends Error {
  override readonly name = "DatabaseTooOld";
}

/** @returns whether `version` ("0.8.1") is `oldest` or newer, comparing numbers part by part */
export function isAtLeast(version: string, oldest: readonly number[]): boolean {
  const parts = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  for (const [index, wanted] of oldest.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/** What of the server decides whether Alcoves can live on it. */
export interface ServerFacts {
  /** Like 150018: major version times 10000 plus minor. */
  serverVersionNumber: number;
  /** Version of pgvector that the server would install; null when it has none. */
  availableVector: string | null;
  /** Version of pgvector in this database; null before the first migration. */
  installedVector: string | null;
  /** Which of PostgreSQL's own modules the server could create. */
  availableModules: string[];
}

/** @throws DatabaseTooOld naming what is missing and what to do */
export function requireServer({
  serverVersionNumber,
  availableVector,
  installedVector,
  availableModules,
}: ServerFacts): void {
  const major = Math.floor(serverVersionNumber / 10_000);
  if (major < oldestServer) {
    throw new DatabaseTooOld(
      `PostgreSQL ${major} is too old: Alcoves needs ${oldestServer} or newer. Upgrade the server or point ALCOVES_DATABASE_URL at a newer one.`,
    );
  }
  const wanted = oldestVector.join(".");
  if (!availableVector) {
    throw new DatabaseTooOld(
      `The PostgreSQL server has no pgvector. Install pgvector ${wanted} or newer on it (Debian, Ubuntu: apt-get install postgresql-${major}-pgvector).`,
    );
  }
  if (!isAtLeast(availableVector, oldestVector)) {
    throw new DatabaseTooOld(
      `pgvector ${availableVector} is too old: Alcoves needs ${wanted} or newer. Upgrade it on the PostgreSQL server.`,
    );
  }
  if (installedVector && !isAtLeast(installedVector, oldestVector)) {
    throw new DatabaseTooOld(
      `This database uses pgvector ${installedVector}, and Alcoves needs ${wanted} or newer. Run "ALTER EXTENSION vector UPDATE" in it.`,
    );
  }
  const missing = modules.filter((name) => !availableModules.includes(name));
  if (missing.length > 0) {
    throw new DatabaseTooOld(
      `The PostgreSQL server lacks ${missing.join(" and ")}, which PostgreSQL brings along itself. Install its contrib modules on it (Debian, Ubuntu: apt-get install postgresql-${major}; Fedora, Alpine: postgresql-contrib).`,
    );
  }
}

/** Asks the server what `requireServer` needs to know. @throws when the server does not answer */
export async function readServerFacts(url: string): Promise<ServerFacts> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<ServerFacts>(
      `
      SELECT current_setting('server_version_num')::int AS "serverVersionNumber",
             (SELECT default_version FROM pg_available_extensions WHERE name = 'vector') AS "availableVector",
             (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS "installedVector",
             ARRAY(SELECT name::text FROM pg_available_extensions WHERE name = ANY($1)) AS "availableModules"`,
      [modules],
    );
    const [facts] = rows;
    if (!facts) throw new Error("The database server did not say what it is.");
    return facts;
  } finally {
    await client.end();
  }
}
