import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { inEveryLook } from "./in-every-look.ts";
import { noMedia } from "./media.ts";
import { CommentsPanel } from "./pages/comments-panel.ts";
import { EditorPage } from "./pages/editor-page.ts";
import { openEditor } from "./pages/open-editor.ts";
import { callApi, enter, expect, newAddress, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");
test.describe.configure({ timeout: 240_000 });

/** Opens the editor of a film in a library that is shared with a viewer of that name. */
async function openShared(page: Page, browser: Browser, guestName: string) {
  const owner = page.context();
  const { libraryId } = await callApi<{ libraryId: string }>(owner, "libraries.create", { name: "Films" });
  const { token } = await callApi<{ token: string }>(owner, "invites.create", {
    ...{ libraryId, maxUses: 1, expiresInDays: 1 },
  });
  const guest = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": newAddress() } });
  await enter(guest, guestName);
  await callApi(guest, "invites.redeem", { token });
  await page.goto(`/l/${libraryId}`);
  const editor = await openEditor(page);
  return { editor, guest, libraryId };
}

/** The editor of a page's address in the other's browser, at the comments. */
async function openThere(context: BrowserContext, address: string) {
  const page = await context.newPage();
  await page.goto(address);
  const editor = new EditorPage(page);
  await editor.expectReady();
  const comments = new CommentsPanel(page);
  await comments.open();
  return { page, editor, comments };
}

test("two members speak of a time: at once for both, with a mention, settled, and gone", async ({
  person,
  page,
  browser,
}) => {
  const { editor, guest } = await openShared(page, browser, "Vera Rubin");
  const mine = new CommentsPanel(page);
  await mine.open();
  const theirs = await openThere(guest, page.url());

  await editor.seek(12.3);
  await expect(mine.panel.getByText("Comment at 0:12.3")).toBeVisible();
  await mine.composer.pressSequentially("The butterfly");
  await editor.seek(20);
  await expect(mine.panel.getByText("Comment at 0:12.3")).toBeVisible();
  await mine.composer.press("Control+Enter");
  const thread = mine.thread("The butterfly");
  await expect(thread.getByRole("button", { name: "Go to 0:12.3" })).toBeVisible();
  await expect(mine.tab).toContainText("1");

  const there = theirs.comments.thread("The butterfly");
  await expect(there).toContainText(person.name);
  await expect(there.getByRole("button", { name: /^More about/ })).toBeVisible();
  await there.getByRole("button", { name: "Answer" }).click();
  const answer = there.getByRole("textbox", { name: "Answer" });
  await answer.pressSequentially("Ask @love");
  const people = theirs.page.getByRole("listbox", { name: "Members" });
  await expect(people.getByRole("option")).toHaveText([new RegExp(person.name)]);
  await expectAccessible(theirs.page);
  await answer.press("Enter");
  await expect(answer).toHaveValue(`Ask @${person.name} `);
  await answer.pressSequentially("about it.");
  await answer.press("Control+Enter");
  await expect(thread).toContainText(`Ask @${person.name} about it.`);

  await mine.choose(thread, person.name, "Edit");
  await mine.panel.getByRole("textbox", { name: "Edit" }).fill("The blue butterfly");
  await mine.panel.getByRole("button", { name: "Save" }).click();
  await expect(there).toHaveCount(0);
  const again = theirs.comments.thread("The blue butterfly");
  await expect(again).toContainText("edited");

  await again.getByRole("button", { name: "Resolve" }).click();
  await expect(mine.tab).toHaveText("Comments");
  await expect(mine.panel.getByText("All of it is settled.")).toBeVisible();
  await mine.panel.getByRole("button", { name: "All 1" }).click();
  await expect(mine.thread("The blue butterfly")).toContainText("Resolved by Vera Rubin");
  await mine.thread("The blue butterfly").getByRole("button", { name: "Open again" }).click();
  await expect(theirs.comments.tab).toContainText("1");

  await expect(theirs.comments.thread("butterfly").getByRole("button", { name: /^More/ })).toHaveCount(2);
  await mine.choose(mine.thread("The blue butterfly"), person.name, "Delete");
  const asked = page.getByRole("dialog");
  await expect(asked).toContainText("with its answers");
  await asked.getByRole("button", { name: "Delete" }).click();
  await expect(mine.panel.locator("[data-comment]")).toHaveCount(0);
  await expect(theirs.comments.panel.locator("[data-comment]")).toHaveCount(0);
  await guest.close();
});

test("a dot on the timeline and an address lead to a comment and its time", async ({ libraryPage: page }) => {
  const editor = await openEditor(page);
  const comments = new CommentsPanel(page);
  await comments.open();
  for (const [seconds, text] of [[6, "First."] as const, [18.5, "Second."] as const]) {
    await editor.seek(seconds);
    await comments.say(text);
  }
  await page.getByRole("button", { name: "On the whole file" }).click();
  await comments.say("All of it is fine.");
  await expect(comments.panel.locator("[data-comment]")).toContainText(["All of it", "First.", "Second."]);

  await page.getByRole("tab", { name: /^Moments/ }).click();
  const { x } = await editor.placeOf(6_000);
  const box = await editor.timeline.boundingBox();
  await page.mouse.move(x, (box?.y ?? 0) + 21);
  await expect(editor.timeline).toHaveAttribute("title", /: First\.$/);
  await page.mouse.click(x, (box?.y ?? 0) + 21);
  await expect(page.getByTestId("clock")).toHaveText("0:06.000");
  await expect(comments.thread("First.").getByRole("button", { name: "Go to 0:06.0" })).toHaveAttribute(
    "aria-current",
    "true",
  );

  await comments.thread("Second.").getByRole("button", { name: "Go to 0:18.5" }).click();
  const linked = page.url();
  expect(new URL(linked).searchParams.get("comment")).toMatch(/^[0-9a-f-]{36}$/);
  await comments.thread("Second.").getByRole("button", { name: "Resolve" }).click();
  await expect(comments.thread("Second.")).toContainText("Resolved by");
  await page.goto(linked);
  await editor.expectReady();
  await expect(page.getByTestId("clock")).toHaveText("0:18.500");
  await expect(comments.thread("Second.")).toBeInViewport();
});

test("what is written stays while one looks elsewhere, and where it could not be sent", async ({
  libraryPage: page,
  context,
}) => {
  await openEditor(page);
  const comments = new CommentsPanel(page);
  await comments.open();
  await comments.composer.fill("Half a tho");
  await page.getByRole("tab", { name: /^Moments/ }).click();
  await comments.open();
  await expect(comments.composer).toHaveValue("Half a tho");
  await context.route("**/api/trpc/comments.add*", (route) => route.abort());
  await comments.composer.press("Control+Enter");
  await expect(page.locator("[data-sonner-toast]")).toBeVisible();
  await expect(comments.composer).toHaveValue("Half a tho");
  await context.unroute("**/api/trpc/comments.add*");
  await comments.composer.press("Control+Enter");
  await expect(comments.thread("Half a tho")).toBeVisible();
});

test("comments are accessible, and fit", async ({ page, browser, person }) => {
  const { editor, guest, libraryId } = await openShared(page, browser, "Vera Rubin");
  const [, , , , fileId = ""] = new URL(page.url()).pathname.split("/");
  const comments = new CommentsPanel(page);
  await comments.open();
  await editor.seek(4);
  await comments.say("The sun comes up behind the hill, and the whole meadow turns from grey to green.");
  await editor.seek(9.2);
  await comments.say("Cut here?");
  await editor.seek(22);
  await comments.say("This is fine now.");
  await comments.thread("This is fine").getByRole("button", { name: "Resolve" }).click();
  const threads = await callApi<{ commentId: string }[]>(guest, "comments.list", { libraryId, fileId });
  await callApi(guest, "comments.add", {
    ...{ libraryId, fileId, commentId: crypto.randomUUID(), atMs: null },
    ...{
      parentId: threads[1]?.commentId,
      text: `A second later, ${person.name}.\nThe bird is still there.`,
    },
  });
  await expect(comments.thread("Cut here?")).toContainText("A second later");
  await comments.panel.getByRole("button", { name: "All 3" }).click();
  await comments
    .thread("Cut here?")
    .getByRole("button", { name: /^Go to/ })
    .click();
  await comments.composer.pressSequentially("Who knows? @v");
  await expect(page.getByRole("listbox", { name: "Members" })).toContainText("Vera Rubin");
  await inEveryLook(page, async (look, width) => {
    await page.screenshot({ path: `../test-results/look/comments-${look}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    // What is half under the timeline is too small to be hit, until one scrolls.
    await page.setViewportSize({ width, height: 1_600 });
    await expectAccessible(page);
  });
  await guest.close();
});
