import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { enter, expect, newAddress, newPerson, signIn, test } from "./person.ts";

/** A picture of one pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("a picture of oneself is chosen, shown wherever one is shown, changed and removed", async ({
  page,
  person,
}) => {
  await page.goto("/settings");
  const account = page.getByRole("button", { name: `Account of ${person.name}` });
  await expect(account.locator("img")).toHaveCount(0);
  await page
    .getByLabel("Picture of yourself")
    .setInputFiles({ name: "me.png", mimeType: "image/png", buffer: png });
  await expect(page.getByText("Your picture is changed.")).toBeVisible();
  const picture = account.locator("img");
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(512);
  const first = await picture.getAttribute("src");
  const html = {
    name: "me.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("<!doctype html><script></script>"),
  };
  await page.getByLabel("Picture of yourself").setInputFiles(html);
  await expect(page.getByText("This is not an image that can be shown.")).toBeVisible();
  await expect(picture).toHaveAttribute("src", first ?? "");
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Your picture is removed.")).toBeVisible();
  await expect(account.locator("img")).toHaveCount(0);
});

test("name and address change; the address asks for the password and says when it is taken", async ({
  page,
  context,
  browser,
  person,
}) => {
  const other = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": newAddress() } });
  const taken = await enter(other);
  await other.close();
  await page.goto("/settings");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(person.name);
  await page.getByLabel("Name", { exact: true }).fill("Ada King");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Account of Ada King" })).toBeVisible();

  const email = newPerson().email;
  const change = async (address: string, password: string) => {
    await page.getByLabel("Email", { exact: true }).fill(address);
    await page.getByLabel("Current password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Change address" }).click();
  };
  await change(email, "not the password");
  await expect(page.getByText("That is not your password. Enter the one you sign in with.")).toBeVisible();
  await change(taken.email, person.password);
  await expect(page.getByText("Another account has this email address.")).toBeVisible();
  await change(email, person.password);
  await expect(page.getByText("Your address is changed.")).toBeVisible();
  await context.clearCookies();
  await signIn(context, { email, password: person.password });
  await page.goto("/settings");
  await expect(page.getByLabel("Email", { exact: true })).toHaveValue(email);
});

test("a new password ends the sessions elsewhere, on the server", async ({ page, browser, person }) => {
  const elsewhere = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": newAddress() } });
  await signIn(elsewhere, person);
  expect((await elsewhere.request.get("/api/trpc/accounts.me")).status()).toBe(200);
  await page.goto("/settings/security");
  const set = async (current: string, next: string) => {
    await page.getByLabel("Current password", { exact: true }).fill(current);
    await page.getByLabel("New password", { exact: true }).fill(next);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  await set("not the password", "seven quiet otters");
  await expect(page.getByText("That is not your password. Enter the one you sign in with.")).toBeVisible();
  await set(person.password, "Password123");
  await expect(page.getByText("Many people use this password")).toBeVisible();
  expect((await elsewhere.request.get("/api/trpc/accounts.me")).status()).toBe(200);
  await set(person.password, "seven quiet otters");
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  expect((await elsewhere.request.get("/api/trpc/accounts.me")).status()).toBe(401);
  expect((await page.request.get("/api/trpc/accounts.me")).status()).toBe(200);
  await elsewhere.close();
});

test("the theme goes along to another browser, from the first paint on", async ({
  page,
  browser,
  person,
}) => {
  await page.goto("/settings");
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.getByRole("radio", { name: "Light" }).click();
  await expect(page.locator("html")).toHaveClass(/light/);
  // Kept by the account, not by this browser alone.
  await expect
    .poll(async () => (await (await page.request.get("/api/trpc/accounts.me")).json()).result.data.json.theme)
    .toBe("light");

  const elsewhere = await browser.newContext({
    colorScheme: "dark",
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  await signIn(elsewhere, person);
  // An older choice of that browser does not count.
  await elsewhere.addInitScript(() => {
    localStorage.setItem("theme", "dark");
    const seen: string[] = [];
    Reflect.set(window, "seenThemes", seen);
    new MutationObserver(() => {
      if (document.body) seen.push(document.documentElement.className);
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
  const there = await elsewhere.newPage();
  await there.goto("/settings");
  await expect(there.getByRole("radio", { name: "Light" })).toBeChecked();
  // The script of the theme is the first thing in the page; before it runs nothing is painted, after it nothing changes.
  const seen = await there.evaluate(() => Reflect.get(window, "seenThemes") as string[]);
  expect(seen.some((name) => /\bdark\b/.test(name))).toBe(false);
  await expect(there.locator("html")).toHaveClass(/light/);
  await elsewhere.close();
});

test("with single keys off letters do nothing in the viewer, arrows and Escape what they always do", async ({
  libraryPage: page,
  person,
}) => {
  test.skip(noMedia !== null, noMedia ?? "");
  const library = new LibraryPage(page);
  await library.upload([media("photos/nature/tanners_ridge.jpg"), media("photos/nature/wood_anemones.jpg")]);
  await library.expectPicture("tanners_ridge.jpg");
  await library.expectPicture("wood_anemones.jpg");
  await library.expectSettled();
  const info = page.getByRole("complementary", { name: "Info" });

  await page.goto("/settings");
  await page.getByRole("radio", { name: /^Off/ }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(`/l/${person.libraryId}`);
  await library.tile("tanners_ridge.jpg").click();
  const viewer = page.getByRole("dialog");
  await expect(viewer).toBeVisible();
  await page.keyboard.press("i");
  await page.keyboard.press("?");
  await page.keyboard.press("ArrowLeft");
  await expect(viewer.getByRole("img", { name: "wood_anemones.jpg" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(viewer.getByRole("img", { name: "tanners_ridge.jpg" })).toBeVisible();
  await expect(info).toBeHidden();
  await expect(page.getByRole("region", { name: /shortcut/i })).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();

  await page.goto("/settings");
  await page.getByRole("radio", { name: /^On/ }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(`/l/${person.libraryId}`);
  await library.tile("tanners_ridge.jpg").click();
  await page.keyboard.press("i");
  await expect(info).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("profile and password are accessible", async ({ page, person }) => {
        for (const path of ["/settings", "/settings/security"]) {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
          await expectAccessible(page);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(wide, `${path} of ${person.name} scrolls sideways`).toBeLessThanOrEqual(0);
          await page.screenshot({
            path: `../test-results/look${path}-${colorScheme}-${width}.png`,
            fullPage: true,
          });
        }
        await page.goto("/settings");
        await expect(page.getByLabel("Email", { exact: true })).toHaveValue(person.email);
        await page.getByLabel("Email", { exact: true }).fill("other@example.org");
        await expect(page.getByLabel("Current password", { exact: true })).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}
