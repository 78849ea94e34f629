import type { Browser, BrowserContext, Page } from "@playwright/test";
import { setRegistrationMode } from "./instance-database.ts";
import { clickWhenAlive } from "./pages/click-when-alive.ts";
import { MembersPage } from "./pages/members-page.ts";
import { callApi, enter, expect, newAddress, newPerson, type Person, test } from "./person.ts";

/** Somebody else's browser. */
async function anotherBrowser(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": newAddress() } });
  return { context, page: await context.newPage() };
}

async function shareableLibrary(context: BrowserContext, name = "Family"): Promise<string> {
  return (await callApi<{ libraryId: string }>(context, "libraries.create", { name })).libraryId;
}

/** A library with an invite to it, on the page of its members. */
async function libraryWithInvite({ page, context }: { page: Page; context: BrowserContext }) {
  const libraryId = await shareableLibrary(context);
  const members = new MembersPage(page);
  await members.open(libraryId);
  return { libraryId, members, link: await members.invite({ for: "5 people" }) };
}

async function register(page: Page, { name, email, password }: Omit<Person, "libraryId">): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Make account" }).click();
}

test("an invite's whole life: made, seen, joined by registering and by signing in, raced for, revoked", async ({
  page,
  context,
  person,
  browser,
}) => {
  expect(person.libraryId).not.toBe("");
  const { libraryId, members, link } = await libraryWithInvite({ page, context });

  // Grace has no account: the invite survives registering.
  const grace = await anotherBrowser(browser);
  await grace.page.goto(link);
  await expect(grace.page.getByRole("heading", { name: "Ada Lovelace invites you" })).toBeVisible();
  await expect(grace.page.getByText("Family")).toBeVisible();
  await grace.page.getByRole("link", { name: "Make an account and join" }).click();
  await expect(grace.page.getByRole("heading", { name: "Join Family" })).toBeVisible();
  await register(grace.page, { ...newPerson(), name: "Grace Hopper" });
  await grace.page.waitForURL(`/l/${libraryId}`);
  // A viewer adds nothing.
  await expect(grace.page.getByRole("button", { name: "Upload" })).toHaveCount(0);

  // Mary has one: the invite survives signing in.
  const mary = await anotherBrowser(browser);
  const account = await enter(mary.context, "Mary Jackson");
  await mary.context.clearCookies();
  await mary.page.goto(link);
  await mary.page.getByRole("link", { name: "I have an account" }).click();
  await mary.page.getByLabel("Email").fill(account.email);
  await mary.page.getByLabel("Password", { exact: true }).fill(account.password);
  await mary.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await mary.page.getByRole("button", { name: "Join Family" }).click();
  await mary.page.waitForURL(`/l/${libraryId}`);
  await mary.page.goto(link);
  await expect(mary.page.getByRole("heading", { name: "You belong to Family" })).toBeVisible();

  // Ada sees who came by which link, and raises a role; it counts at once.
  await members.open(libraryId);
  await expect(members.invites.getByText("Came by it: Grace Hopper and Mary Jackson")).toBeVisible();
  await expect(members.invites.getByText("2 of 5 joined")).toBeVisible();
  await members.changeRole("Grace Hopper", "Contributor");
  await grace.page.reload();
  await expect(grace.page.getByRole("button", { name: "Upload" }).first()).toBeVisible();

  // Two at once at the last use of another link: one joins, the other is told.
  const last = await members.invite({ for: "1 person" });
  const racers = [await anotherBrowser(browser), await anotherBrowser(browser)];
  for (const { context, page } of racers) {
    await enter(context, "Rosa Racer");
    await page.goto(last);
    await expect(page.getByRole("button", { name: "Join Family" })).toBeVisible();
  }
  await Promise.all(racers.map(({ page }) => page.getByRole("button", { name: "Join Family" }).click()));
  const ends = await Promise.all(
    racers.map(({ page }) =>
      Promise.race([
        page.waitForURL(`/l/${libraryId}`).then(() => "joined"),
        page
          .getByRole("alert")
          .filter({ hasText: "used as often as it may be" })
          .waitFor()
          .then(() => "told"),
      ]),
    ),
  );
  expect(ends.sort()).toEqual(["joined", "told"]);

  // Revoked, it lets nobody in.
  await members.open(libraryId);
  await members.revokeInvite("2 of 5 joined");
  const late = await anotherBrowser(browser);
  await late.page.goto(link);
  await expect(late.page.getByText("It was revoked.")).toBeVisible();
  await late.page.goto("/invite/made-up");
  await expect(late.page.getByRole("heading", { name: "This invite does not exist" })).toBeVisible();
  for (const { context } of [grace, mary, late, ...racers]) await context.close();
});

test("a removed member loses the open page at once, and the old link brings them nowhere", async ({
  page,
  context,
  person,
  browser,
}) => {
  expect(person.libraryId).not.toBe("");
  const { libraryId, members, link } = await libraryWithInvite({ page, context });
  const grace = await anotherBrowser(browser);
  await enter(grace.context, "Grace Hopper");
  await grace.page.goto(link);
  await grace.page.getByRole("button", { name: "Join Family" }).click();
  await grace.page.waitForURL(`/l/${libraryId}`);
  await expect(grace.page.getByRole("link", { name: /Browse/ }).first()).toBeVisible();

  await members.open(libraryId);
  await members.remove("Grace Hopper");
  // Without a click of hers: her stream ended.
  await expect(grace.page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await grace.page.goto(link);
  await expect(grace.page.getByText("You were removed from this library")).toBeVisible();
  await grace.context.close();
});

test("an invite opens registration where it is by invitation", async ({ page, context, person, browser }) => {
  expect(person.libraryId).not.toBe("");
  const { libraryId, link } = await libraryWithInvite({ page, context });
  await setRegistrationMode("invite_only");
  try {
    const grace = await anotherBrowser(browser);
    await grace.page.goto("/register");
    await expect(grace.page.getByRole("heading", { name: "By invitation" })).toBeVisible();
    await grace.page.goto(link);
    await grace.page.getByRole("link", { name: "Make an account and join" }).click();
    await register(grace.page, { ...newPerson(), name: "Grace Hopper" });
    await grace.page.waitForURL(`/l/${libraryId}`);
    await grace.context.close();

    await setRegistrationMode("closed");
    const late = await anotherBrowser(browser);
    await late.page.goto(link);
    await expect(late.page.getByRole("link", { name: "I have an account" })).toBeVisible();
    await expect(late.page.getByRole("link", { name: "Make an account and join" })).toHaveCount(0);
    await late.page.goto("/register");
    await expect(late.page.getByRole("heading", { name: "Registration is closed" })).toBeVisible();
    await late.context.close();
  } finally {
    await setRegistrationMode("open");
  }
});

test("a library is made with any emoji; Escape closes the search alone", async ({ page, person }) => {
  await page.goto(`/l/${person.libraryId}`);
  await clickWhenAlive(page.getByRole("button", { name: /^Switch library/ }));
  await page.getByRole("menuitem", { name: "New library" }).click();
  const dialog = page.getByRole("dialog", { name: "New library" });
  await dialog.getByLabel("Name", { exact: true }).fill("Harbour");
  await dialog.getByRole("button", { name: "All emoji" }).click();
  const search = dialog.getByRole("searchbox", { name: "Search emoji" });
  await expect(search).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search).toHaveCount(0);
  await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue("Harbour");
  await dialog.getByRole("button", { name: "All emoji" }).click();
  await search.fill("anchor");
  await dialog.getByRole("gridcell", { name: "anchor" }).click();
  await dialog.getByRole("button", { name: "Make library" }).click();
  await expect(page.getByRole("button", { name: "Switch library, Harbour is open" })).toContainText("⚓");
});

test("a library is renamed, left, handed over and deleted", async ({ page, context, person, browser }) => {
  expect(person.libraryId).not.toBe("");
  const libraryId = await shareableLibrary(context, "Trips");
  await page.goto(`/l/${libraryId}/settings`);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Trips");
  await page.getByLabel("Name", { exact: true }).fill("Journeys");
  await page.getByRole("button", { name: "All emoji" }).click();
  await page.getByRole("searchbox", { name: "Search emoji" }).fill("sailboat");
  await expect(page.getByRole("gridcell").filter({ hasText: "⛵" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "⛵" })).toBeChecked();
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByRole("heading", { name: "Settings of Journeys" })).toBeVisible();
  // "Saved." of the name may still stand: what counts is the answer to the switch.
  const switched = page.waitForResponse((answer) => answer.url().includes("libraries.update"));
  await page.getByRole("switch", { name: "Sharing by link" }).click();
  expect((await switched).status()).toBe(200);
  await page.reload();
  await expect(page.getByRole("switch", { name: "Sharing by link" })).toBeChecked();

  const members = new MembersPage(page);
  await members.open(libraryId);
  const link = await members.invite({ for: "5 people" });
  const [grace, mary] = [await anotherBrowser(browser), await anotherBrowser(browser)];
  for (const [each, name] of [
    [grace, "Grace Hopper"],
    [mary, "Mary Jackson"],
  ] as const) {
    await enter(each.context, name);
    await each.page.goto(link);
    await each.page.getByRole("button", { name: "Join Journeys" }).click();
    await each.page.waitForURL(`/l/${libraryId}`);
  }
  await mary.page.goto(`/l/${libraryId}/members`);
  await mary.page.getByRole("button", { name: "Leave library" }).click();
  await mary.page.getByRole("dialog").getByRole("button", { name: "Leave library" }).click();
  await mary.page.waitForURL((url) => !url.pathname.includes(libraryId));

  await members.open(libraryId);
  await members.handOver("Grace Hopper");
  await expect(members.row("Ada Lovelace")).toContainText("Admin");
  await expect(members.row("Grace Hopper")).toContainText("Owner");

  // Grace owns it now, and deletes it by typing its name.
  await grace.page.goto(`/l/${libraryId}/settings`);
  await grace.page.getByRole("button", { name: "Delete library" }).click();
  const dialog = grace.page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Delete library" })).toBeDisabled();
  await dialog.getByLabel("Type Journeys to confirm").fill("Journeys");
  await dialog.getByRole("button", { name: "Delete library" }).click();
  await grace.page.waitForURL((url) => !url.pathname.includes(libraryId));
  await page.goto(`/l/${libraryId}`);
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  for (const { context } of [grace, mary]) await context.close();
});
