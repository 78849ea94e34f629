import pg from "pg";

/**
 * Lets a person own the instance for as long as `work` takes. Nobody can be made its owner from outside: the first account is,
 * and which test had that is a matter of their order.
 */
export async function asInstanceOwner(email: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.ALCOVES_E2E_DATABASE_URL });
  await client.connect();
  const own = async (ownerEmail: string) => {
    await client.query("UPDATE users SET is_instance_owner = false WHERE is_instance_owner");
    await client.query("UPDATE users SET is_instance_owner = true WHERE email = $1", [ownerEmail]);
  };
  try {
    const { rows } = await client.query("SELECT email FROM users WHERE is_instance_owner");
    await own(email);
    await work().finally(() => own(rows[0].email));
  } finally {
    await client.end();
  }
}
