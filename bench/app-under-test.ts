/** The running instance that scripts/bench.mjs started, and someone who is signed in to it. */
export interface AppUnderTest {
  url: string;
  dataPath: string;
  databaseUrl: string;
  sessionSecret: string;
  /** Value of the Cookie header of a signed-in browser. */
  cookie: string;
  token: string;
  libraryId: string;
}

/** A setting that scripts/bench.mjs hands over. @throws when the bench is run by hand */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error("Run this as `npm run bench -- r1`: it needs servers of its own.");
  return value;
}

/** Each bench comes from an address of its own (RFC 6598): registrations are limited, and the app believes its proxy. */
const ownAddress = `100.64.${(process.pid >> 8) & 255}.${process.pid & 255}`;

/** Registers, signs in as a browser does, and makes a token. */
export async function enterApp(): Promise<AppUnderTest> {
  const url = setting("ALCOVES_E2E_URL");
  const person = {
    name: "Bench",
    email: `bench-${Date.now()}@example.org`,
    password: "a password for benches",
  };
  await call(url, "accounts.register", { body: person });
  const cookie = await signIn(url, person);
  const libraries = await call<{ libraryId: string }[]>(url, "libraries.list", { cookie });
  const made = await call<{ token: string }>(url, "accounts.createToken", {
    cookie,
    body: { name: "bench", scope: "write", expiresInDays: null },
  });
  return {
    url,
    cookie,
    token: made.token,
    libraryId: libraries[0]?.libraryId ?? "",
    dataPath: setting("ALCOVES_E2E_DATA_PATH"),
    databaseUrl: setting("ALCOVES_E2E_DATABASE_URL"),
    sessionSecret: setting("ALCOVES_E2E_SESSION_SECRET"),
  };
}

async function call<Answer>(
  url: string,
  path: string,
  options: { cookie?: string; body?: object },
): Promise<Answer> {
  const response = await fetch(`${url}/api/trpc/${path}`, {
    method: options.body ? "POST" : "GET",
    headers: {
      "content-type": "application/json",
      origin: url,
      cookie: options.cookie ?? "",
      "x-forwarded-for": ownAddress,
    },
    body: options.body ? JSON.stringify({ json: options.body }) : undefined,
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const { result } = (await response.json()) as { result: { data: { json: Answer } } };
  return result.data.json;
}

async function signIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const cookies = cookiesOf(first);
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: cookies,
      "x-forwarded-for": ownAddress,
    },
    body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
  });
  return cookiesOf(answer);
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
