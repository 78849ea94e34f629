import pg from "pg";

/** Changes who may register, as the owner of the instance would: which test's person that is, nobody knows. */
export async function setRegistrationMode(mode: "open" | "invite_only" | "closed"): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.ALCOVES_E2E_DATABASE_URL });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO app_settings (name, value) VALUES ('registrationMode', $1::jsonb)
       ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value`,
      [JSON.stringify(mode)],
    );
  } finally {
    await client.end();
  }
}
