import { type BrowserContext, test as base, type Page } from "@playwright/test";

/** Someone who is signed in, with an empty library of their own. */
export interface Person {
  name: string;
  email: string;
  password: string;
  libraryId: string;
}

let count = 0;

/** A new person's name, address and password. */
export function newPerson(): Omit<Person, "libraryId"> {
  count += 1;
  return {
    name: "Ada Lovelace",
    email: `ada-${Date.now()}-${count}@example.org`,
    password: "correct horse battery",
  };
}

/** An address that nobody else comes from (RFC 6598): the instance under test believes its proxy, which is the test. */
export function newAddress(): string {
  const byte = () => Math.floor(Math.random() * 256);
  return `100.${64 + (byte() % 64)}.${byte()}.${byte()}`;
}

/** Calls a procedure with the cookies of a browser. */
export async function callApi<Answer>(
  context: BrowserContext,
  path: string,
  input?: object,
): Promise<Answer> {
  const { request } = context;
  const origin = process.env.ALCOVES_E2E_URL ?? "";
  const isQuery = /\.(list|get|me|some|path|registration|health)$/.test(path);
  const json = JSON.stringify({ json: input ?? null });
  const answer = isQuery
    ? await request.get(`/api/trpc/${path}${input ? `?input=${encodeURIComponent(json)}` : ""}`)
    : await request.post(`/api/trpc/${path}`, {
        data: { json: input ?? null },
        headers: { origin, "x-forwarded-for": newAddress() },
      });
  const body = await answer.json();
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${JSON.stringify(body)}`);
  return body.result.data.json as Answer;
}

/** Registers and signs in by API: the pages for that have tests of their own. */
export async function enter(context: BrowserContext, name?: string): Promise<Person> {
  const person = { ...newPerson(), ...(name && { name }) };
  await callApi(context, "accounts.register", person);
  await signIn(context, person);
  const libraries = await callApi<{ libraryId: string }[]>(context, "libraries.list");
  return { ...person, libraryId: libraries[0]?.libraryId ?? "" };
}

/** Signs in by API; the context keeps the cookie. */
export async function signIn(
  context: BrowserContext,
  person: { email: string; password: string },
): Promise<void> {
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const form = { email: person.email, password: person.password, csrfToken, json: "true" };
  const headers = { "x-forwarded-for": newAddress() };
  await context.request.post("/api/auth/callback/credentials", { form, headers });
}

/** A test with a signed-in person on the page of their library. */
export const test = base.extend<{ person: Person; libraryPage: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter
  extraHTTPHeaders: async ({}, use) => use({ "x-forwarded-for": newAddress() }),
  person: async ({ context }, use) => {
    await use(await enter(context));
  },
  libraryPage: async ({ page, person }, use) => {
    await page.goto(`/l/${person.libraryId}`);
    await use(page);
  },
});

export { expect } from "@playwright/test";
