import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { startApp, waitForHealth } from "./app.mjs";
import { openControl } from "./control.mjs";
import { findFreePort } from "./free-port.mjs";
import { startIdentityProvider } from "./identity-provider.mjs";
import { migrateDatabase } from "./migrate-database.mjs";
import { startTestMail } from "./test-mail.mjs";

/** Tests kill on purpose, and more often than a process that people rely on may die. */
const patience = { firstDelayMs: 300, deaths: 30, withinMs: 60_000 };

/**
 * Starts web, worker and a mail server on free ports, with a fresh database, an empty Redis database and an empty data folder.
 * @param {import("./household.mjs").Household} household
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env without any ALCOVES_* variable
 * @param {string} options.folder for its data
 * @param {Awaited<ReturnType<typeof import("./test-servers.mjs").startTestServers>>} options.servers
 * @param {string} options.log file that the processes write to, started anew
 */
export async function startTestApp(household, { env, folder, servers, log }) {
  const port = await findFreePort();
  // A name, not an address: passkeys are bound to a domain, and without https browsers trust localhost alone.
  const url = `http://localhost:${port}`;
  const databaseUrl = await servers.databaseUrl("alcoves_e2e", { fresh: true });
  await migrateDatabase(databaseUrl);
  const dataPath = join(folder, "data");
  const sessionSecret = randomBytes(32).toString("hex");
  // Database 0 counts the databases that integration tests take, from 1 up.
  const redisUrl = `${servers.redisUrl}/511`;
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, "w");
  const google = await startIdentityProvider({
    redirectUri: `${url}/api/auth/callback/google`,
    tellsInToken: true,
  });
  const oidc = await startIdentityProvider({
    redirectUri: `${url}/api/auth/callback/oidc`,
    tellsInToken: false,
  });
  const mailPath = join(folder, "mail");
  const smtpUrl = await startTestMail(household, { env, folder: mailPath, output });
  startApp(household, {
    output,
    patience,
    env: {
      ...env,
      ALCOVES_ENV: "production",
      ALCOVES_HOST: "127.0.0.1",
      ALCOVES_PORT: String(port),
      ALCOVES_URL: url,
      // Each test comes from an address of its own, so that none meets the rate limits of another.
      ALCOVES_TRUSTED_PROXIES: "loopback",
      ALCOVES_OAUTH_GOOGLE_CLIENT_ID: google.clientId,
      ALCOVES_OAUTH_GOOGLE_CLIENT_SECRET: google.clientSecret,
      ALCOVES_OAUTH_GOOGLE_ISSUER: google.issuer,
      ALCOVES_OIDC_ISSUER: oidc.issuer,
      ALCOVES_OIDC_CLIENT_ID: oidc.clientId,
      ALCOVES_OIDC_CLIENT_SECRET: oidc.clientSecret,
      ALCOVES_OIDC_NAME: "Example ID",
      ALCOVES_SESSION_SECRET: sessionSecret,
      ALCOVES_DATABASE_URL: databaseUrl,
      ALCOVES_REDIS_URL: redisUrl,
      ALCOVES_DATA_PATH: dataPath,
      ALCOVES_SMTP_URL: smtpUrl,
      ALCOVES_MAIL_FROM: "Alcoves <alcoves@example.org>",
    },
  });
  await waitForHealth(url);
  const control = await openControl(household);
  return {
    url,
    env: {
      ALCOVES_E2E_URL: url,
      ALCOVES_E2E_CONTROL: control.url,
      ALCOVES_E2E_DATABASE_URL: databaseUrl,
      ALCOVES_E2E_REDIS_URL: redisUrl,
      ALCOVES_E2E_DATA_PATH: dataPath,
      ALCOVES_E2E_SESSION_SECRET: sessionSecret,
      ALCOVES_E2E_MAIL_PATH: mailPath,
      ALCOVES_E2E_LOG: log,
    },
    close() {
      control.close();
      google.close();
      oidc.close();
      closeSync(output);
    },
  };
}
