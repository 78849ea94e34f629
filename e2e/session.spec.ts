import { clickWhenAlive } from "./pages/click-when-alive.ts";
import { enter, expect, newAddress, newPerson, signIn, test } from "./person.ts";

test("someone without an account is sent to sign in, and back to where they were going", async ({
  page,
  context,
  person,
}) => {
  await context.clearCookies();
  await page.goto(`/l/${person.libraryId}`);
  await page.waitForURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`/l/${person.libraryId}`);
});

for (const callbackUrl of [
  "javascript:alert(1)",
  "//evil.example",
  "/\\evil.example",
  "%09//evil.example",
  "https://evil.example/",
]) {
  test(`signing in with callbackUrl ${callbackUrl} stays on our own origin`, async ({
    page,
    context,
    person,
    baseURL,
  }) => {
    await context.clearCookies();
    await page.goto(`/sign-in?callbackUrl=${callbackUrl}`);
    await page.getByLabel("Email").fill(person.email);
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? "").origin);
  });
}

test("a wrong password and an unknown address are told apart by nobody", async ({
  page,
  context,
  person,
}) => {
  await context.clearCookies();
  const said: (string | null)[] = [];
  for (const email of [person.email, newPerson().email]) {
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    const alert = page.getByRole("alert").filter({ hasText: /\w/ }).first();
    await expect(alert).toBeVisible();
    said.push(await alert.textContent());
  }
  expect(said[0]).toBe(said[1]);
});

test("the session changes at sign-in and ends on the server at sign-out", async ({ page, context }) => {
  const person = await enter(context);
  const first = await context.cookies();
  const sessionOf = (cookies: typeof first) =>
    cookies.find(({ name }) => name.endsWith("alcoves.session"))?.value;
  await signIn(context, person);
  const second = await context.cookies();
  expect(sessionOf(second)).not.toBe(sessionOf(first));

  await page.goto(`/l/${person.libraryId}`);
  await page.getByRole("button", { name: /Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  // The cookie of before, kept by a thief, opens nothing any more.
  await context.addCookies(second);
  expect((await context.request.get("/api/trpc/accounts.me")).status()).toBe(401);
});

test("signing out everywhere else ends another browser's stream at once, and its next request", async ({
  page,
  context,
  browser,
  person,
}) => {
  const other = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": newAddress() } });
  await signIn(other, person);
  const there = await other.newPage();
  await there.goto(`/l/${person.libraryId}`);
  const stream = there.waitForResponse(/events\.follow/);
  await there.reload();
  await stream;

  await page.goto("/settings/security");
  await clickWhenAlive(page.getByRole("button", { name: "Sign out everywhere else" }));
  await expect(page.getByText("Signed out in 1 other place.")).toBeVisible();
  // Without a click there: its stream ended, and the page asks to sign in, to come back to where it was.
  await there.waitForURL(`/sign-in?callbackUrl=${encodeURIComponent(`/l/${person.libraryId}`)}`);
  expect((await other.request.get("/api/trpc/accounts.me")).status()).toBe(401);
  expect((await context.request.get("/api/trpc/accounts.me")).status()).toBe(200);
  await other.close();
});

test("pages carry their security headers, and a forged one changes nothing", async ({ context }) => {
  const answer = await context.request.get("/sign-in", {
    headers: {
      "x-middleware-subrequest": "middleware:middleware",
      "x-forwarded-host": "evil.example",
      "x-nonce": "mine",
    },
  });
  const policy = answer.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'(;|$)/);
  expect(policy).not.toContain("nonce-mine");
  expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
  const page = await answer.text();
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  for (const [script] of page.matchAll(/<script\b[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
});

test("the sixteenth try to sign in from one address waits, and is told how long", async ({ context }) => {
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const attempt = () =>
    context.request.post("/api/auth/callback/credentials", {
      form: { email: newPerson().email, password: "not the password", csrfToken, json: "true" },
    });
  for (let time = 0; time < 15; time += 1) expect((await attempt()).status()).toBe(401);
  const refused = await attempt();
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
});
