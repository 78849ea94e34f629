import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { noMedia } from "./media.ts";
import { EditorPage } from "./pages/editor-page.ts";
import { film, openEditor, save } from "./pages/open-editor.ts";
import { tabTo } from "./pages/tab-to.ts";
import { callApi, expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");
test.describe.configure({ timeout: 240_000 });

/** Length of a downloaded clip, s. */
function lengthOf(path: string): number {
  const asked = ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path];
  return Number(execFileSync("ffprobe", asked, { encoding: "utf8" }));
}

test("a moment is made, trimmed, named, tagged, saved and downloaded by mouse", async ({
  libraryPage: page,
}) => {
  const editor = await openEditor(page);
  await editor.seek(4);
  await page.getByRole("button", { name: "New moment" }).click();
  const end = page.getByRole("textbox", { name: "End" });
  await expect(end).toHaveValue("0:14.000");
  await editor.drag(14_000, 9_000);
  await expect(end).toHaveValue(/^0:0[89]\.\d{3}$/);
  await end.fill("0:09.500");
  await end.press("Enter");
  await page.getByRole("textbox", { name: "Name" }).fill("The butterfly");
  await page.getByRole("textbox", { name: "Description" }).fill("It lands.");
  await page.getByRole("button", { name: "Tags", exact: true }).click();
  const picker = page.getByRole("dialog");
  await picker.getByRole("textbox").fill("meadow");
  await picker.getByRole("textbox").press("Enter");
  await picker.getByRole("button", { name: "Apply" }).click();
  await expect(editor.list.getByText("meadow")).toBeVisible();
  await expect(editor.row("The butterfly")).toContainText("unsaved");
  await save(page);
  await page.reload();
  await editor.expectReady();
  await editor.row("The butterfly").getByRole("button").first().click();
  await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue("It lands.");
  await expect(page.getByRole("textbox", { name: "Start" })).toHaveValue("0:04.000");

  const download = page.waitForEvent("download", { timeout: 120_000 });
  await page.getByRole("button", { name: "Download", exact: true }).click();
  const clip = await download;
  expect(clip.suggestedFilename()).toBe("The butterfly.mp4");
  expect(Math.abs(lengthOf(await clip.path()) - 5.5)).toBeLessThanOrEqual(1 / 24);
  await expect(editor.row("The butterfly")).toContainText("ready");

  await page.getByRole("button", { name: "Delete" }).click();
  await save(page);
  await expect(editor.list).toContainText("No moments");
  await page.getByRole("button", { name: "Undo" }).click();
  await save(page);
  await expect(editor.row("The butterfly")).toContainText("ready");
});

test("everything is done by keyboard alone, to the link that a visitor watches and that is revoked", async ({
  libraryPage: page,
  person,
  browser,
}) => {
  await callApi(page.context(), "libraries.update", { libraryId: person.libraryId, allowsSharing: true });
  const editor = await openEditor(page);
  await page.keyboard.press("l");
  await page.keyboard.press("i");
  await page.keyboard.press("l");
  await page.keyboard.press("o");
  await expect(editor.row("Moment 1")).toContainText("0:05.000 – 0:10.000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.type("By hand");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(editor.row("By hand")).toContainText("0:06.000 – 0:11.000");
  await page.keyboard.press("j");
  await page.keyboard.press("l");
  await page.keyboard.press("s");
  await expect(editor.list).toContainText("2 moments");
  await page.keyboard.press("Delete");
  await expect(editor.list).toContainText("1 moment");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("ArrowUp");
  await expect(editor.row("By hand")).toContainText("0:06.000 – 0:11.000");
  for (const key of ["z", "z"]) await page.keyboard.press(key);
  await expect(editor.timeline).toHaveAttribute("data-zoom", "2.25");
  await page.keyboard.press("f");
  await expect(editor.timeline).toHaveAttribute("data-zoom", "1.00");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("button", { name: "All saved" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("By hand");
  const press = async (name: string) => {
    await tabTo(page, page.getByRole("button", { name, exact: true }));
    await page.keyboard.press("Enter");
  };
  await press("Tags");
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("meadow");
  await page.keyboard.press("Enter");
  await press("Apply");
  await expect(editor.list.getByText("meadow")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("button", { name: "All saved" })).toBeVisible();
  await press("Export");
  await expect(editor.row("By hand")).toContainText("ready", { timeout: 120_000 });
  const download = page.waitForEvent("download");
  await press("Download");
  expect((await download).suggestedFilename()).toBe("By hand.mp4");

  await press("Share");
  await press("Make a link");
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  const outside = await browser.newContext();
  const visitor = await outside.newPage();
  await visitor.goto(link);
  await tabTo(visitor, visitor.locator("video"));
  await visitor.keyboard.press("Space");
  await expect
    .poll(() => visitor.locator("video").evaluate((media: HTMLVideoElement) => media.currentTime))
    .toBeGreaterThan(0.3);
  await press("Revoke");
  // Only a link that opens something can be revoked.
  await expect(page.getByRole("button", { name: "Revoke" })).toHaveCount(0);
  await expect(page.getByRole("dialog")).toContainText(/· revoked/);
  expect((await visitor.goto(link))?.status()).toBe(404);
  await outside.close();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys of the editor" })).toBeVisible();
  await expectAccessible(page);
});

test("two who edit see each other's moments, and are asked where both changed one", async ({
  libraryPage: page,
}) => {
  const editor = await openEditor(page);
  await page.keyboard.press("n");
  await save(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  const theirs = new EditorPage(other);
  await theirs.expectReady();
  const rename = async (of: Page, name: string) => {
    const field = of.getByRole("textbox", { name: "Name" });
    await field.fill(name);
    await field.press("Enter");
  };
  await rename(other, "As they call it");
  await save(other);
  await expect(editor.row("As they call it")).toBeVisible();

  await rename(page, "As I call it");
  await rename(other, "Again theirs");
  await save(other);
  await expect(editor.list.getByText("Somebody else changed a moment")).toBeVisible();
  await page.getByRole("button", { name: /^Save/ }).click();
  const asked = page.getByRole("dialog");
  await expect(asked).toContainText("Again theirs");
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/editor-conflict-1440.png" });
  await asked.getByRole("button", { name: "Keep mine" }).click();
  await save(page);
  await expect(theirs.row("As I call it")).toBeVisible();
});

test("a reload keeps what is not saved, and leaving asks first", async ({ libraryPage: page }) => {
  const editor = await openEditor(page);
  await page.keyboard.press("n");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await editor.expectReady();
  await expect(editor.row("Moment 1")).toContainText("unsaved");
  await page.getByRole("button", { name: "Back to the file" }).click();
  const asked = page.getByRole("dialog");
  await expect(asked).toContainText("1 change is not saved");
  await asked.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Back to the file" }).click();
  await asked.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("dialog", { name: film })).toBeVisible();
});

test("an address opens a moment, or a second", async ({ libraryPage: page }) => {
  const editor = await openEditor(page);
  await editor.seek(12.5);
  await page.keyboard.press("n");
  await save(page);
  const linked = new URL(page.url());
  expect(linked.searchParams.get("moment")).toMatch(/^[0-9a-f-]{36}$/);
  await page.goto(linked.href);
  await editor.expectReady();
  await expect(page.getByTestId("clock")).toHaveText("0:12.500");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Moment 1");
  linked.search = "?t=21.25";
  await page.goto(linked.href);
  await editor.expectReady();
  await expect(page.getByTestId("clock")).toHaveText("0:21.250");
});

test("a stranger gets neither the editor nor a clip", async ({ libraryPage: page, browser }) => {
  const editor = await openEditor(page);
  await page.keyboard.press("n");
  await save(page);
  const { pathname } = new URL(page.url());
  const [, , libraryId, , fileId] = pathname.split("/");
  const visitor = await browser.newContext();
  const outside = await visitor.newPage();
  await outside.goto(page.url());
  await outside.waitForURL(/\/sign-in\?/);
  const moments = await callApi<{ momentId: string }[]>(page.context(), "moments.list", {
    libraryId,
    fileId,
  });
  expect((await visitor.request.get(`/api/moments/${moments[0]?.momentId}/clip`)).status()).toBe(404);
  await visitor.close();
  await expect(editor.row("Moment 1")).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({
        colorScheme,
        viewport: { width, height: width === 390 ? 844 : 900 },
        hasTouch: width === 390,
      });

      test("the editor is accessible, and fits", async ({ libraryPage: page }) => {
        const editor = await openEditor(page, ...(width === 390 ? (["jfk.wav", "audio"] as const) : []));
        await editor.seek(3);
        await page.getByRole("button", { name: "New moment" }).click();
        await page.keyboard.press("Escape");
        await editor.seek(7);
        await page.getByRole("button", { name: "New moment" }).click();
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await page.screenshot({ path: `../test-results/look/editor-${colorScheme}-${width}.png` });
        const place = await editor.placeOf(1_000);
        if (width === 390) await page.touchscreen.tap(place.x, place.y);
        else await page.mouse.click(place.x, place.y);
        await expect(page.getByTestId("clock")).toHaveText(/^0:0[01]\.\d{3}$/);
      });
    });
  }
}
