import type { Browser, BrowserContext, Page } from "@playwright/test";
import { refusalReasons, setRegistrationMode } from "./instance-database.ts";
import { clickWhenAlive } from "./pages/click-when-alive.ts";
import { ProviderPage } from "./pages/provider-page.ts";
import { callApi, enter, expect, newAddress, newPerson, test } from "./person.ts";

type Me = { userId: string; email: string; name: string };

const me = (context: BrowserContext) => callApi<Me>(context, "accounts.me");
const identities = (context: BrowserContext) =>
  callApi<{ provider: string; email: string }[]>(context, "identities.list");

/** Goes to the provider from a page of ours and signs in there. */
async function goThrough(page: Page, button: string | RegExp, email: string): Promise<void> {
  await clickWhenAlive(page.getByRole("button", { name: button }));
  await new ProviderPage(page).signIn(email);
}

async function expectNobodyIn(context: BrowserContext): Promise<void> {
  expect((await context.cookies()).filter(({ name }) => name.endsWith("alcoves.session"))).toEqual([]);
  expect((await context.request.get("/api/trpc/accounts.me")).status()).toBe(401);
}

const alert = (page: Page) => page.getByRole("alert").filter({ hasText: /\w/ }).first();

for (const [name, provider] of [
  ["Google", "google"],
  ["Example ID", "oidc"],
] as const) {
  test(`an account is made through ${name}, and signed in to again`, async ({ page, context }) => {
    const { email } = newPerson();
    await page.goto("/register");
    await goThrough(page, `Continue with ${name}`, email);
    await page.waitForURL(/\/l\//);
    const made = await me(context);
    expect(made).toMatchObject({ email, name: "Grace Hopper" });
    expect(await identities(context)).toMatchObject([{ provider, email }]);

    await clickWhenAlive(page.getByRole("button", { name: /Account of/ }));
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL(/\/sign-in/);
    await expectNobodyIn(context);
    await page.goto("/sign-in?callbackUrl=/settings/security");
    await clickWhenAlive(page.getByRole("button", { name: `Continue with ${name}` }));
    await page.waitForURL("/settings/security");
    expect((await me(context)).userId).toBe(made.userId);
    const sessions = await context.request.get("/api/trpc/accounts.listSessions");
    expect((await sessions.json()).result.data.json).toHaveLength(1);
  });
}

test("an identity with the address of an account is connected by that account's consent alone", async ({
  page,
  context,
  person,
}) => {
  await context.clearCookies();
  await page.goto(`/sign-in?callbackUrl=/l/${person.libraryId}`);
  await goThrough(page, "Continue with Google", person.email);
  await page.waitForURL(/\/sign-in\/link/);
  await expectNobodyIn(context);
  await expect(page.getByText(`There is an account with the address ${person.email}`)).toBeVisible();

  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await clickWhenAlive(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByRole("button", { name: "Connect" })).toBeVisible();
  expect(await identities(context), "signing in is not yet consent").toEqual([]);
  await page.getByRole("button", { name: "Connect" }).click();
  await page.waitForURL(`/l/${person.libraryId}`);
  expect(await identities(context)).toMatchObject([{ provider: "google", email: person.email }]);
  expect((await context.cookies()).some(({ name }) => name.endsWith("alcoves.link"))).toBe(false);

  const { userId } = await me(context);
  await context.clearCookies({ name: /alcoves/ });
  await page.goto("/sign-in");
  await clickWhenAlive(page.getByRole("button", { name: "Continue with Google" }));
  await page.waitForURL(/\/l\//);
  expect((await me(context)).userId).toBe(userId);
});

test("somebody else cannot consent for the account, and whoever declines connects nothing", async ({
  page,
  context,
  person,
  browser,
}) => {
  const eve = await enter(await newContext(browser));
  await context.clearCookies();
  await page.goto("/sign-in");
  await goThrough(page, "Continue with Example ID", person.email);
  await page.waitForURL(/\/sign-in\/link/);
  await page.getByLabel("Email").fill(eve.email);
  await page.getByLabel("Password", { exact: true }).fill(eve.password);
  await clickWhenAlive(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByText("belongs to another account")).toBeVisible();
  await clickWhenAlive(page.getByRole("button", { name: "Sign out" }));
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await clickWhenAlive(page.getByRole("button", { name: "Sign in" }));
  await page.getByRole("link", { name: "Not now" }).click();
  await page.waitForURL(/\/l\//);
  expect(await identities(context)).toEqual([]);
});

test("settings connect any identity, show what signs in, and disconnect it", async ({
  page,
  context,
  person,
}) => {
  const { userId } = await me(context);
  const elsewhere = `unverified-${newPerson().email}`;
  await page.goto("/settings/security");
  await goThrough(page, "Connect Example ID", elsewhere);
  await expect(page.getByText(`You are known there as ${elsewhere}`)).toBeVisible();
  await page.getByRole("button", { name: "Connect" }).click();
  await page.waitForURL("/settings/security");
  const list = page.getByRole("list", { name: "Sign-in methods" });
  await expect(list).toContainText(elsewhere);
  await expect(page.getByRole("button", { name: "Connect Google" })).toBeVisible();

  await context.clearCookies({ name: /alcoves/ });
  await page.goto("/sign-in");
  await clickWhenAlive(page.getByRole("button", { name: "Continue with Example ID" }));
  await page.waitForURL(/\/l\//);
  expect((await me(context)).userId).toBe(userId);
  expect((await me(context)).email).toBe(person.email);

  await page.goto("/settings/security");
  await clickWhenAlive(page.getByRole("button", { name: "Disconnect Example ID" }));
  await expect(page.getByText("Disconnected Example ID.")).toBeVisible();
  await expect(list).toBeHidden();
  await context.clearCookies({ name: /alcoves/ });
  await page.goto("/sign-in");
  await clickWhenAlive(page.getByRole("button", { name: "Continue with Example ID" }));
  await expect(alert(page)).toContainText("has not confirmed your email address");
  await expectNobodyIn(context);
});

test("an identity signs in to one account, and the last way in stays", async ({ page, context, browser }) => {
  const { email } = newPerson();
  await page.goto("/register");
  await goThrough(page, "Continue with Google", email);
  await page.waitForURL(/\/l\//);
  await page.goto("/settings/security");
  await clickWhenAlive(page.getByRole("button", { name: "Disconnect Google" }));
  await expect(page.getByText("This is the only way to sign in to your account.")).toBeVisible();
  expect(await identities(context)).toHaveLength(1);

  const other = await newContext(browser);
  await enter(other);
  const theirs = await other.newPage();
  await theirs.goto("/settings/security");
  await goThrough(theirs, "Connect Google", email);
  await expect(alert(theirs)).toContainText("Another account here is connected to that identity already.");
  expect(await identities(other)).toEqual([]);
});

test("closed registration makes no account by a provider, and says so", async ({ page, context }) => {
  await setRegistrationMode("closed");
  try {
    await page.goto("/sign-in");
    await goThrough(page, "Continue with Google", newPerson().email);
    await expect(alert(page)).toContainText("Registration is closed here.");
    await expectNobodyIn(context);
    await page.goto("/register");
    await expect(page.getByRole("button", { name: /Continue with/ })).toBeHidden();
  } finally {
    await setRegistrationMode("open");
  }
});

test("an unverified address neither signs in, nor connects, nor makes an account", async ({
  page,
  context,
}) => {
  const person = { ...newPerson(), email: `unverified-${newPerson().email}` };
  await callApi(context, "accounts.register", person);
  for (const email of [person.email, `unverified-${newPerson().email}`]) {
    await context.clearCookies();
    await page.goto("/sign-in");
    await goThrough(page, "Continue with Google", email);
    await page.waitForURL(/\/sign-in\?error=unverified/);
    await expect(alert(page)).toContainText("has not confirmed your email address");
    await expectNobodyIn(context);
  }
});

test("a forged state, another browser's answer and a used code let nobody in", async ({
  page,
  context,
  browser,
}) => {
  const { email } = newPerson();
  await page.goto("/sign-in");
  await clickWhenAlive(page.getByRole("button", { name: "Continue with Google" }));
  const answer = await new ProviderPage(page).answerTo(email);
  const before = await context.cookies();

  const refused = async (who: BrowserContext, url: string) => {
    const told = await refusalReasons();
    const response = await who.request.get(url, { maxRedirects: 0 });
    expect(response.status()).toBe(302);
    expect(response.headers().location).toMatch(/error=OAuthCallback$/);
    expect(await refusalReasons()).toEqual([...told, "answer"]);
    await expectNobodyIn(who);
  };
  const changed = (name: string, value: string | null) => {
    const url = new URL(answer);
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    return url.href;
  };
  await refused(await newContext(browser), answer);
  await refused(context, changed("state", "forged"));
  await context.addCookies(before);
  await refused(context, changed("state", null));

  await context.addCookies(before);
  await refused(context, changed("code", "forged"));
  await context.addCookies(before);
  await page.goto(answer);
  await page.waitForURL(/\/l\//);
  expect(await me(context)).toMatchObject({ email });

  await context.clearCookies();
  await context.addCookies(before);
  await refused(context, answer);
});

test("whoever turns back at the provider is told in our words, whatever the address says", async ({
  page,
  context,
}) => {
  await page.goto("/sign-in");
  await clickWhenAlive(page.getByRole("button", { name: "Continue with Example ID" }));
  await new ProviderPage(page).cancel();
  await expect(alert(page)).toContainText("Signing in there did not work.");
  await page.goto("/sign-in?error=%3Cb%3ECall%20555%3C/b%3E");
  await expect(alert(page)).toContainText("Signing in there did not work.");
  await expect(page.getByText("Call 555")).toHaveCount(0);
  await expectNobodyIn(context);
});

test("consent is taken from our own pages alone", async ({ page, context, person, baseURL }) => {
  await page.goto("/settings/security");
  await goThrough(page, "Connect Google", newPerson().email);
  await expect(page.getByRole("button", { name: "Connect" })).toBeVisible();
  const post = (origin: string) =>
    context.request.post("/api/auth/link", {
      headers: { origin },
      form: { callbackUrl: "https://evil.example/" },
      maxRedirects: 0,
    });
  for (const origin of ["https://evil.example", "null"]) expect((await post(origin)).status()).toBe(403);
  expect(await identities(context)).toEqual([]);
  const taken = await post(baseURL ?? "");
  expect(taken.headers().location).toBe(`${baseURL}/`);
  expect(await identities(context)).toHaveLength(1);
  expect(person.email).toBe((await me(context)).email);
});

/** A browser of somebody else, from an address of their own. */
function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: process.env.ALCOVES_E2E_URL,
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
}
