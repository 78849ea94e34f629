import { expectAccessible } from "./accessible.ts";
import { asInstanceOwner } from "./instance-owner.ts";
import { mailedLink } from "./mail.ts";
import { callApi, enter, expect, newAddress, newPerson, signIn, test } from "./person.ts";

const next = "seven quiet otters";

test("a forgotten password is set anew by a link that came by mail, once", async ({
  page,
  context,
  browser,
  person,
}) => {
  const elsewhere = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": newAddress() } });
  await signIn(elsewhere, person);
  await context.clearCookies();
  await page.goto("/sign-in");
  // A click in the moment in which React takes the page over may go nowhere; a person clicks again.
  await expect(async () => {
    if (page.url().endsWith("/sign-in"))
      await page.getByRole("link", { name: "Forgot your password?" }).click();
    await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible({
      timeout: 5_000,
    });
  }).toPass();
  await page.getByLabel("Email").fill(person.email);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();

  const link = await mailedLink(person.email);
  const referrers: (string | undefined)[] = [];
  page.on("request", (request) => referrers.push(request.headers().referer));
  const answer = await page.goto(link);
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(page.getByText(person.email)).toBeVisible();
  await page.getByLabel("New password", { exact: true }).fill("Password123");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Many people use this password")).toBeVisible();
  await page.getByLabel("New password", { exact: true }).fill(next);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is set" })).toBeVisible();
  expect((await elsewhere.request.get("/api/trpc/accounts.me")).status()).toBe(401);
  await elsewhere.close();

  await page.getByRole("link", { name: "Sign in" }).click();
  await page.waitForURL(/\/sign-in/);
  expect(referrers.filter((referrer) => referrer?.includes("/reset/"))).toEqual([]);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(next);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/l\//);

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link leads nowhere" })).toBeVisible();
});

test("the link works for who is signed in on the same browser, too", async ({ page, person, context }) => {
  await callApi(context, "passwordResets.request", { email: person.email });
  await page.goto(await mailedLink(person.email));
  await page.getByLabel("New password", { exact: true }).fill(next);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is set" })).toBeVisible();
  expect((await context.request.get("/api/trpc/accounts.me")).status()).toBe(401);
});

test("the owner of the instance hands out a link, and nobody else sees the people", async ({
  page,
  browser,
  person,
}) => {
  const elsewhere = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": newAddress() } });
  const forgetful = await enter(elsewhere);
  await elsewhere.clearCookies();
  await page.goto("/admin/people");
  await expect(page.getByRole("heading", { name: "People" })).toBeHidden();
  await asInstanceOwner(person.email, async () => {
    for (const colorScheme of ["dark", "light"] as const) {
      for (const width of [390, 1440]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto("/admin/people");
        await expect(page.getByText(forgetful.email)).toBeVisible();
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/people-${colorScheme}-${width}.png` });
      }
    }
    const row = page.getByRole("listitem").filter({ hasText: forgetful.email });
    await row.getByRole("button", { name: /^Reset link for/ }).click();
    const dialog = page.getByRole("dialog");
    const link = await dialog.getByLabel("Link").inputValue();
    await expectAccessible(page);
    await page.screenshot({ path: "../test-results/look/people-link.png" });
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(page.getByText(link)).toBeHidden();
    const theirs = await elsewhere.newPage();
    await theirs.goto(link);
    await theirs.getByLabel("New password", { exact: true }).fill(next);
    await theirs.getByRole("button", { name: "Set password" }).click();
    await expect(theirs.getByRole("heading", { name: "Your password is set" })).toBeVisible();
  });
  await signIn(elsewhere, { email: forgetful.email, password: next });
  expect((await elsewhere.request.get("/api/trpc/accounts.me")).status()).toBe(200);
  await elsewhere.close();
});

test("an address without an account is told the same", async ({ page }) => {
  const { email } = newPerson();
  await page.goto("/forgot");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await expect(page.getByText(`If ${email} belongs to an account here`)).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("the doors of a forgotten password are accessible", async ({ page, context, person }) => {
        await callApi(context, "passwordResets.request", { email: person.email });
        const link = await mailedLink(person.email);
        await context.clearCookies();
        for (const [name, path] of Object.entries({
          "sign-in": "/sign-in",
          forgot: "/forgot",
          reset: link,
          gone: "/reset/none",
        })) {
          await page.goto(path);
          await expect(page.getByRole("heading").first()).toBeVisible();
          await expectAccessible(page);
          await page.screenshot({ path: `../test-results/look/${name}-${colorScheme}-${width}.png` });
        }
      });
    });
  }
}
