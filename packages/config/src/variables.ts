import { z } from "zod";

/** One environment variable: how it is read, what it is for, and a value that works. */
export interface Variable<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly description: string;
  readonly example: string;
}

function variable<Schema extends z.ZodType>(schema: Schema, description: string, example: string) {
  return { schema, description, example } satisfies Variable<Schema>;
}

const url = (protocols: RegExp, wanted: string) =>
  z.url({ protocol: protocols, error: `must be a ${wanted} address` });
const tileAddress = url(/^https?$/, "http:// or https://").refine(
  (text) =>
    ["{z}", "{x}", "{y}"].every((part) => text.includes(part) && !new URL(text).origin.includes(part)),
  "must name {z}, {x} and {y} in its path",
);
const issuer = url(/^https?$/, "http:// or https://").refine(
  (text) => !/[?#]/.test(text),
  "must be an address without query and fragment",
);
const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .pipe(z.number().min(minimum, `must be at least ${minimum}`).max(maximum, `must be at most ${maximum}`));
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });
const addressRange = /^([\da-f.:]+(\/\d{1,3})?|loopback|linklocal|uniquelocal)$/i;
const addressList = z.string().transform((text, context) => {
  const ranges = text
    .split(",")
    .map((range) => range.trim())
    .filter(Boolean);
  for (const range of ranges) {
    if (addressRange.test(range)) continue;
    context.addIssue({
      code: "custom",
      message: `holds "${range}", which is not an IP address or CIDR range`,
    });
  }
  return ranges;
});
const mailAddress = z
  .string()
  .regex(
    /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
    "must be an email address, or a name and <address>",
  );
const originList = z.string().transform((text, context) => {
  const origins = text
    .split(",")
    .map((origin) => origin.trim())
    .filter(Boolean);
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      context.addIssue({
        code: "custom",
        message: `holds "${origin}", which is not an origin (scheme://host:port, nothing after it)`,
      });
    }
  }
  return origins;
});

/**
 * Every variable that Alcoves reads, declared once. `.env.example` and docs/configuration.md are generated from this
 * table, and nothing else in the project reads `process.env`.
 */
export const variables = {
  ALCOVES_ENV: variable(
    oneOf(["development", "production"]).default("production"),
    "`production` refuses to start without a session secret. `npm start` and `npm run dev` say `development`.",
    "production",
  ),
  ALCOVES_MODE: variable(
    oneOf(["all", "api", "worker"]).default("all"),
    "Which processes run here: web and worker, the web process alone, or the worker alone.",
    "all",
  ),
  ALCOVES_HOST: variable(
    z.string().min(1).default("0.0.0.0"),
    "Address the web process listens on.",
    "127.0.0.1",
  ),
  ALCOVES_PORT: variable(wholeNumber(1, 65535).default(3000), "Port the web process listens on.", "3000"),
  ALCOVES_WORKER_PORT: variable(
    wholeNumber(0, 65535).default(0),
    "Port of the worker's health and version pages; 0 switches them off.",
    "3001",
  ),
  ALCOVES_URL: variable(
    url(/^https?$/, "http:// or https://").default("http://localhost:3000"),
    "Address people open in their browser. With https the session cookie is sent over https alone. Passkeys are bound to its domain.",
    "https://photos.example.org",
  ),
  ALCOVES_ALLOWED_ORIGINS: variable(
    originList.default([]),
    "Other origins whose pages may call the API, separated by commas. Empty: none but ALCOVES_URL.",
    "https://app.example.org,https://kiosk.example.org",
  ),
  ALCOVES_TRUSTED_PROXIES: variable(
    addressList.default([]),
    "Reverse proxies whose X-Forwarded-For is believed: addresses, CIDR ranges, or loopback, linklocal, uniquelocal, separated by commas. Behind a proxy that is not named here all people share one address, and its rate limits.",
    "loopback,172.16.0.0/12",
  ),
  ALCOVES_SESSION_SECRET: variable(
    z.string().refine((text) => Buffer.byteLength(text) >= 32, "must be at least 32 bytes long"),
    "Key that session cookies, image addresses and the secrets of authenticator apps are sealed with, 32 bytes or more. Changing it signs everyone out and voids the codes of those apps. `npm start` makes one in development.",
    "$(openssl rand -hex 32)",
  ),
  ALCOVES_OAUTH_GOOGLE_CLIENT_ID: variable(
    z.string().min(1).optional(),
    "Client of Google that people sign in through; with its secret it puts Google on the sign-in page. Its redirect address is `<ALCOVES_URL>/api/auth/callback/google`.",
    "1234-abc.apps.googleusercontent.com",
  ),
  ALCOVES_OAUTH_GOOGLE_CLIENT_SECRET: variable(
    z.string().min(1).optional(),
    "Secret of that client. Set both or neither.",
    "GOCSPX-...",
  ),
  ALCOVES_OAUTH_GOOGLE_ISSUER: variable(
    issuer.default("https://accounts.google.com"),
    "Who answers for Google; another one is for tests.",
    "https://accounts.google.com",
  ),
  ALCOVES_OIDC_ISSUER: variable(
    issuer.optional(),
    "OpenID Connect provider that people sign in through (Keycloak, Authentik, Authelia, ...), as it calls itself in `/.well-known/openid-configuration`. Naming it allows requests to its host, on a private network too; other hosts that it names must be on the internet. The redirect address of its client is `<ALCOVES_URL>/api/auth/callback/oidc`.",
    "https://id.example.org/realms/home",
  ),
  ALCOVES_OIDC_CLIENT_ID: variable(
    z.string().min(1).optional(),
    "Client at that provider. Issuer, client and secret are set together.",
    "alcoves",
  ),
  ALCOVES_OIDC_CLIENT_SECRET: variable(z.string().min(1).optional(), "Secret of that client.", "..."),
  ALCOVES_OIDC_NAME: variable(
    z.string().min(1).max(40, "must have at most 40 characters").default("single sign-on"),
    "What its button says after “Continue with”.",
    "Example ID",
  ),
  ALCOVES_DATABASE_URL: variable(
    url(/^postgres(ql)?$/, "postgresql://"),
    "PostgreSQL 15 or newer with pgvector 0.8 or newer. Empty: `npm start` runs a private one under ./data.",
    "postgresql://alcoves:secret@localhost:5432/alcoves",
  ),
  ALCOVES_DATABASE_POOL_SIZE: variable(
    wholeNumber(1, 200).default(10),
    "Database connections a process may hold.",
    "10",
  ),
  ALCOVES_REDIS_URL: variable(
    url(/^rediss?$/, "redis:// or rediss://"),
    "Redis 6.2 or newer (Valkey and Dragonfly too). Empty: `npm start` runs a private one under ./data.",
    "redis://localhost:6379/0",
  ),
  ALCOVES_DATA_PATH: variable(
    z.string().min(1, "must name a folder").default("./data"),
    "Folder for uploads on their way in, scratch files and, with local storage, every original.",
    "/srv/alcoves",
  ),
  ALCOVES_STORAGE: variable(oneOf(["local", "s3"]).default("local"), "Where files are kept.", "local"),
  ALCOVES_S3_BUCKET: variable(z.string().min(1).optional(), "Bucket, when ALCOVES_STORAGE is s3.", "alcoves"),
  ALCOVES_S3_ENDPOINT: variable(
    url(/^https?$/, "http:// or https://").optional(),
    "Address of an S3 server that is not Amazon's.",
    "http://minio:9000",
  ),
  ALCOVES_S3_REGION: variable(
    z.string().min(1).default("us-east-1"),
    "Region of the bucket.",
    "eu-central-1",
  ),
  ALCOVES_S3_ACCESS_KEY_ID: variable(
    z.string().min(1).optional(),
    "Access key. Empty: the AWS default chain.",
    "AKIA...",
  ),
  ALCOVES_S3_SECRET_ACCESS_KEY: variable(z.string().min(1).optional(), "Secret of the access key.", "..."),
  ALCOVES_S3_DIRECT_READS: variable(
    oneOf(["on", "off"]).default("off"),
    "`on` has browsers fetch originals and playable copies from the S3 server itself, by addresses that are signed for a short time after access was checked. Browsers must reach ALCOVES_S3_ENDPOINT under that address.",
    "on",
  ),
  ALCOVES_MAX_UPLOAD_BYTES: variable(
    wholeNumber(1, Number.MAX_SAFE_INTEGER).default(100 * 1024 ** 3),
    "Largest file that may be uploaded, in bytes.",
    "107374182400",
  ),
  ALCOVES_TRASH_DAYS: variable(
    wholeNumber(1, 3650).default(30),
    "Days that files stay in the trash before they are deleted for good.",
    "30",
  ),
  ALCOVES_SMTP_URL: variable(
    url(/^smtps?$/, "smtp:// or smtps://").optional(),
    "Mail server that sends links to set a new password, with the name and password to sign in there. smtps encrypts from the start, smtp as soon as the server can. Empty: no mail; the owner of the instance gives out such links.",
    "smtps://alcoves:secret@mail.example.org:465",
  ),
  ALCOVES_MAIL_FROM: variable(
    mailAddress.optional(),
    "Address that mail comes from, when ALCOVES_SMTP_URL is set.",
    "Alcoves <alcoves@example.org>",
  ),
  ALCOVES_MAP_TILES_URL: variable(
    tileAddress.optional(),
    "Tiles that the map draws above its own outline of the world: pictures of 256 px by {z}, {x} and {y}. Whoever serves them learns which places people look at. Empty: the outline alone, and nobody learns anything.",
    "https://tiles.example.org/{z}/{x}/{y}.png",
  ),
  ALCOVES_MAP_TILES_ATTRIBUTION: variable(
    z.string().min(1).max(200, "must have at most 200 characters").optional(),
    "Whom the tiles are from, as their licence wants it said. Set both or neither.",
    "© OpenStreetMap contributors",
  ),
  ALCOVES_LOG_LEVEL: variable(
    oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    "How much the JSON log says.",
    "info",
  ),
} as const satisfies Record<string, Variable>;

/** Name of a variable, such as `ALCOVES_PORT`. */
export type VariableName = keyof typeof variables;
