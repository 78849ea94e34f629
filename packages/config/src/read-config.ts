import { resolve } from "node:path";
import { z } from "zod";
import { type VariableName, variables } from "./variables.ts";

/** Values of every variable after defaults and conversion. */
export type Environment = { readonly [Name in VariableName]: z.output<(typeof variables)[Name]["schema"]> };

/** Where blobs are kept. */
export type StorageConfig =
  | { readonly driver: "local"; readonly path: string }
  | {
      readonly driver: "s3";
      readonly bucket: string;
      readonly endpoint?: string;
      readonly region: string;
      readonly accessKeyId?: string;
      readonly secretAccessKey?: string;
      /** Whether browsers fetch large blobs from the S3 server itself. */
      readonly directReads?: boolean;
    };

/** Where people have an identity that they may sign in by: an OpenID Connect provider, and our client there. */
export interface IdentityProvider {
  /** Part of the redirect address, and of each identity that is kept. */
  readonly id: "google" | "oidc";
  /** What people call it. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How mail is sent. */
export interface MailConfig {
  /** smtp:// or smtps://, with credentials where the server wants some. */
  readonly smtpUrl: string;
  /** What stands in `From`. */
  readonly from: string;
}

/** Where the map's tiles come from. */
export interface MapTiles {
  /** With {z}, {x} and {y} in its path. */
  readonly url: string;
  /** Whom they are from, in words for people. */
  readonly attribution: string;
}

/** What the processes are told: the environment in the project's own words, paths absolute. */
export interface Config {
  readonly production: boolean;
  readonly mode: "all" | "api" | "worker";
  readonly host: string;
  readonly port: number;
  readonly workerPort: number;
  /** Origin people open, without a trailing slash. */
  readonly origin: string;
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly sessionSecret: string;
  /** In the order their buttons stand in. */
  readonly identityProviders: readonly IdentityProvider[];
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  readonly redisUrl: string;
  readonly dataPath: string;
  readonly storage: StorageConfig;
  readonly maxUploadBytes: number;
  readonly trashDays: number;
  /** Null where no mail is sent. */
  readonly mail: MailConfig | null;
  /** Null where the map is its outline alone. */
  readonly mapTiles: MapTiles | null;
  readonly logLevel: string;
}

/** All that is wrong with the environment, one line per variable. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  /** @param problems one readable line per variable */
  constructor(readonly problems: readonly string[]) {
    super(`Alcoves cannot start with these settings:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
}

function readEnvironment(
  source: NodeJS.ProcessEnv,
  names: readonly string[] = Object.keys(variables),
): { environment: Environment; problems: string[] } {
  const objectSchema = z.object(
    Object.fromEntries(
      Object.entries(variables)
        .filter(([name]) => names.includes(name))
        .map(([name, { schema }]) => [name, schema]),
    ),
  );
  const given: Record<string, string> = {};
  for (const name of names) {
    // An empty value in a .env file means "not set".
    const value = source[name]?.trim();
    if (value) given[name] = value;
  }
  const parsed = objectSchema.safeParse(given);
  const problems = new Map<string, string>();
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (problems.has(name) || !isVariableName(name)) continue;
    const wrong = name in given ? issue.message : "is not set";
    problems.set(name, `${name} ${wrong}. Example: ${name}=${variables[name].example}`);
  }
  // Sound because objectSchema is built from the same table that Environment is derived from; read only without problems.
  return { environment: (parsed.data ?? {}) as Environment, problems: [...problems.values()] };
}

function isVariableName(name: string): name is VariableName {
  return name in variables;
}

function readStorage(environment: Environment): StorageConfig {
  if (environment.ALCOVES_STORAGE === "local") {
    return { driver: "local", path: resolve(environment.ALCOVES_DATA_PATH, "storage") };
  }
  if (!environment.ALCOVES_S3_BUCKET) {
    throw new ConfigError([
      `ALCOVES_S3_BUCKET is not set, and ALCOVES_STORAGE is s3. Example: ALCOVES_S3_BUCKET=${variables.ALCOVES_S3_BUCKET.example}`,
    ]);
  }
  return {
    driver: "s3",
    bucket: environment.ALCOVES_S3_BUCKET,
    endpoint: environment.ALCOVES_S3_ENDPOINT,
    region: environment.ALCOVES_S3_REGION,
    accessKeyId: environment.ALCOVES_S3_ACCESS_KEY_ID,
    secretAccessKey: environment.ALCOVES_S3_SECRET_ACCESS_KEY,
    directReads: environment.ALCOVES_S3_DIRECT_READS === "on",
  };
}

function readIdentityProviders(environment: Environment): IdentityProvider[] {
  const { ALCOVES_OAUTH_GOOGLE_CLIENT_ID: googleId, ALCOVES_OAUTH_GOOGLE_CLIENT_SECRET: googleSecret } =
    environment;
  const {
    ALCOVES_OIDC_ISSUER: issuer,
    ALCOVES_OIDC_CLIENT_ID: clientId,
    ALCOVES_OIDC_CLIENT_SECRET: clientSecret,
  } = environment;
  const providers: IdentityProvider[] = [];
  if (googleId && googleSecret) {
    const issuer = environment.ALCOVES_OAUTH_GOOGLE_ISSUER;
    providers.push({ id: "google", name: "Google", issuer, clientId: googleId, clientSecret: googleSecret });
  }
  if (issuer && clientId && clientSecret) {
    const name = environment.ALCOVES_OIDC_NAME;
    providers.push({ id: "oidc", name, issuer, clientId, clientSecret });
  }
  return providers;
}

/** Variables that mean nothing one without the other. */
const together: readonly (readonly VariableName[])[] = [
  ["ALCOVES_OAUTH_GOOGLE_CLIENT_ID", "ALCOVES_OAUTH_GOOGLE_CLIENT_SECRET"],
  ["ALCOVES_OIDC_ISSUER", "ALCOVES_OIDC_CLIENT_ID", "ALCOVES_OIDC_CLIENT_SECRET"],
  ["ALCOVES_MAP_TILES_URL", "ALCOVES_MAP_TILES_ATTRIBUTION"],
];

/** @returns a line for each variable that is missing beside those it belongs to */
function missingBeside(environment: Environment): string[] {
  return together.flatMap((names) => {
    const given = names.filter((name) => environment[name] !== undefined);
    if (given.length === 0) return [];
    return names
      .filter((name) => !given.includes(name))
      .map(
        (name) =>
          `${name} is not set, and ${given.join(", ")} is. Set all of them or none. Example: ${name}=${variables[name].example}`,
      );
  });
}

function readMail(environment: Environment): MailConfig | null {
  const { ALCOVES_SMTP_URL: smtpUrl, ALCOVES_MAIL_FROM: from } = environment;
  if (smtpUrl && from) return { smtpUrl, from };
  if (!smtpUrl && !from) return null;
  const missing = smtpUrl ? "ALCOVES_MAIL_FROM" : "ALCOVES_SMTP_URL";
  const set = smtpUrl ? "ALCOVES_SMTP_URL" : "ALCOVES_MAIL_FROM";
  throw new ConfigError([
    `${missing} is not set, and ${set} is. Example: ${missing}=${variables[missing].example}`,
  ]);
}

function readMapTiles(environment: Environment): MapTiles | null {
  const { ALCOVES_MAP_TILES_URL: url, ALCOVES_MAP_TILES_ATTRIBUTION: attribution } = environment;
  return url && attribution ? { url, attribution } : null;
}

/**
 * Reads and checks the environment.
 * @param source defaults to the process environment; tests pass their own
 * @throws ConfigError naming every wrong or missing variable at once
 */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const { environment, problems } = readEnvironment(source);
  if (problems.length > 0) throw new ConfigError(problems);
  const missing = missingBeside(environment);
  if (missing.length > 0) throw new ConfigError(missing);
  const dataPath = resolve(environment.ALCOVES_DATA_PATH);
  return {
    production: environment.ALCOVES_ENV === "production",
    mode: environment.ALCOVES_MODE,
    host: environment.ALCOVES_HOST,
    port: environment.ALCOVES_PORT,
    workerPort: environment.ALCOVES_WORKER_PORT,
    origin: new URL(environment.ALCOVES_URL).origin,
    allowedOrigins: environment.ALCOVES_ALLOWED_ORIGINS,
    trustedProxies: environment.ALCOVES_TRUSTED_PROXIES,
    sessionSecret: environment.ALCOVES_SESSION_SECRET,
    identityProviders: readIdentityProviders(environment),
    databaseUrl: environment.ALCOVES_DATABASE_URL,
    databasePoolSize: environment.ALCOVES_DATABASE_POOL_SIZE,
    redisUrl: environment.ALCOVES_REDIS_URL,
    dataPath,
    storage: readStorage(environment),
    maxUploadBytes: environment.ALCOVES_MAX_UPLOAD_BYTES,
    trashDays: environment.ALCOVES_TRASH_DAYS,
    mail: readMail(environment),
    mapTiles: readMapTiles(environment),
    logLevel: environment.ALCOVES_LOG_LEVEL,
  };
}

/** `ALCOVES_DATABASE_URL` alone, for commands that only talk to the database. @throws ConfigError */
export function readDatabaseUrl(source: NodeJS.ProcessEnv = process.env): string {
  const { environment, problems } = readEnvironment(source, ["ALCOVES_DATABASE_URL"]);
  if (problems.length > 0) throw new ConfigError(problems);
  return environment.ALCOVES_DATABASE_URL;
}

/** What the settings say of one kind of storage, whichever is in use: for moving from the other. @throws ConfigError */
export function readStorageConfig(
  driver: StorageConfig["driver"],
  source: NodeJS.ProcessEnv = process.env,
): StorageConfig {
  const names = Object.keys(variables).filter((name) => /^ALCOVES_(STORAGE|S3_|DATA_PATH)/.test(name));
  const { environment, problems } = readEnvironment({ ...source, ALCOVES_STORAGE: driver }, names);
  if (problems.length > 0) throw new ConfigError(problems);
  return readStorage(environment);
}

/** A reader for an entry point: prints what is wrong and leaves with code 1 instead of throwing. */
export function orExit<Settings>(read: () => Settings): Settings {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
