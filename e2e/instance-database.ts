import pg from "pg";

/** Asks the database of the instance under test what no page tells its tests. */
async function ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.ALCOVES_E2E_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Changes who may register, as the owner of the instance would: which test's person that is, nobody knows. */
export async function setRegistrationMode(mode: "open" | "invite_only" | "closed"): Promise<void> {
  await ask(
    `INSERT INTO app_settings (name, value) VALUES ('registrationMode', $1::jsonb)
     ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value`,
    [JSON.stringify(mode)],
  );
}

/** Why identities were refused so far, by the audit log, the oldest first. */
export async function refusalReasons(): Promise<string[]> {
  const rows = await ask<{ reason: string }>(
    `SELECT subject->>'reason' AS reason FROM audit WHERE kind = 'identity.refused' ORDER BY id`,
  );
  return rows.map(({ reason }) => reason);
}
