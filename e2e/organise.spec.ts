import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { fillLibrary } from "./instance-database.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, test } from "./person.ts";

/** The cell of a folder of the open folder. */
const folderCell = (page: Page, name: string): Locator =>
  page.getByRole("gridcell").filter({ has: page.getByRole("link", { name, exact: true }) });
const selected = (page: Page): Locator => page.getByRole("toolbar", { name: "What is selected" });

test("files are moved by dialog and by drag, renamed and marked, and each act is taken back", async ({
  page,
  person: { libraryId },
}) => {
  await fillLibrary(libraryId, 6);
  await callApi(page.context(), "folders.create", { libraryId, name: "Holidays" });
  await page.goto(`/l/${libraryId}`);
  const library = new LibraryPage(page);
  const undo = page.locator("[data-sonner-toast]").getByText("Undo");
  const folder = folderCell(page, "Holidays");
  await library.tile("File 1.txt").click({ modifiers: ["Control"] });
  await library.tile("File 2.txt").click({ modifiers: ["Control"] });
  await page.getByRole("button", { name: "Move to a folder" }).click();
  const dialog = page.getByRole("dialog", { name: "Move 2 items" });
  await dialog.getByRole("button", { name: "Holidays" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Move here" }).click();
  await expect(folder).toContainText("2 files");
  await expect(library.tile("File 1.txt")).toHaveCount(0);
  await undo.last().click();
  await expect(library.tile("File 1.txt")).toBeVisible();

  await library.tile("File 3.txt").click({ modifiers: ["Control"] });
  await library.tile("File 3.txt").dragTo(folder);
  await expect(folder).toContainText("1 file");
  await expect(library.tile("File 3.txt")).toHaveCount(0);
  await page.keyboard.press("Escape");

  await library.tile("File 4.txt").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("A letter.txt");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await expect(library.tile("File A letter.txt")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await library.tile("File 5.txt").click({ modifiers: ["Control"] });
  await page.keyboard.press("f");
  await expect(page.getByRole("gridcell", { name: /5\.txt/ }).getByText("Favourite")).toBeAttached();
});

test("a folder is renamed, goes to the trash with what it holds, and comes back", async ({
  page,
  person: { libraryId },
}) => {
  await fillLibrary(libraryId, 1);
  await callApi(page.context(), "folders.create", { libraryId, name: "Holidays" });
  await page.goto(`/l/${libraryId}`);
  await page.getByRole("button", { name: "Actions for Holidays" }).click();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Summer");
  await page.keyboard.press("Enter");
  await expect(folderCell(page, "Summer")).toBeVisible();
  await page.getByRole("button", { name: "Actions for Summer" }).click();
  await page.getByRole("menuitem", { name: "Move to the trash" }).click();
  await expect(folderCell(page, "Summer")).toHaveCount(0);
  await page.goto(`/l/${libraryId}/trash`);
  await page.getByRole("button", { name: "Folder Summer", exact: true }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("The trash is empty.")).toBeVisible();
  await page.goto(`/l/${libraryId}`);
  await expect(folderCell(page, "Summer")).toBeVisible();
});

test("folders are selected as files are, go to the trash with them in one act, and move up by a drag", async ({
  page,
  person: { libraryId },
}) => {
  await fillLibrary(libraryId, 3);
  const make = (name: string, parentId: string | null) =>
    callApi<{ folderId: string }>(page.context(), "folders.create", { libraryId, name, parentId });
  const { folderId } = await make("Holidays", null);
  await make("Summer", folderId);
  await page.goto(`/l/${libraryId}`);
  const library = new LibraryPage(page);
  const undo = page.locator("[data-sonner-toast]").getByText("Undo");
  await folderCell(page, "Holidays").hover();
  await page.getByRole("button", { name: "Select Holidays" }).click();
  await library.tile("File 2.txt").click();
  await expect(selected(page)).toContainText("2 selected");
  await expectAccessible(page);
  await page.keyboard.press("Control+a");
  await expect(selected(page)).toContainText("4 selected");
  await page.keyboard.press("Delete");
  await expect(page.getByText("Drop photos and videos here")).toBeVisible();
  await undo.click();
  await expect(folderCell(page, "Holidays")).toBeVisible();
  await expect(library.tile("File 2.txt")).toBeVisible();

  await page.getByRole("link", { name: "Holidays", exact: true }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(selected(page)).toContainText("2 selected");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/f\//);

  const summer = folderCell(page, "Summer");
  await summer.getByRole("link").click({ modifiers: ["Control"] });
  await expect(selected(page)).toContainText("1 selected");
  // The way up is behind the bar of what is selected, until a drag begins.
  const way = page.getByRole("navigation", { name: "Where you are" });
  await summer.getByRole("link").hover();
  await page.mouse.down();
  await page.mouse.move(400, 400, { steps: 4 });
  await way.getByRole("link").first().hover();
  await page.mouse.up();
  await expect(summer).toHaveCount(0);
  await page.goto(`/l/${libraryId}`);
  await expect(folderCell(page, "Summer")).toBeVisible();
});

test("files are copied into a folder, and the copies go back by Undo", async ({
  page,
  person: { libraryId },
}) => {
  test.setTimeout(120_000);
  await callApi(page.context(), "folders.create", { libraryId, name: "Holidays" });
  await page.goto(`/l/${libraryId}`);
  const library = new LibraryPage(page);
  await library.upload({ name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear Ada") });
  await library.expectSettled();
  await library.tile("File letter.txt").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Copy to a folder" }).click();
  const dialog = page.getByRole("dialog", { name: "Copy 1 item" });
  await dialog.getByRole("button", { name: "Holidays" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Copy here" }).click();
  await expect(folderCell(page, "Holidays")).toContainText("1 file");
  await expect(library.tile("File letter.txt")).toBeVisible();
  await page.locator("[data-sonner-toast]").getByText("Undo").click();
  await expect(folderCell(page, "Holidays")).toContainText("no files");
});

test("files are rated by keys and by menu, and ratings of many come back by Undo", async ({
  page,
  person: { libraryId },
}) => {
  await fillLibrary(libraryId, 3);
  await page.goto(`/l/${libraryId}`);
  const library = new LibraryPage(page);
  const rated = (stars: string) => page.getByRole("gridcell").getByText(stars, { exact: true });
  await library.tile("File 1.txt").click({ modifiers: ["Control"] });
  await page.keyboard.press("2");
  await expect(rated("2 stars")).toHaveCount(1);
  await library.tile("File 2.txt").click();
  await page.keyboard.press("5");
  await expect(rated("5 stars")).toHaveCount(2);
  await page
    .locator("[data-sonner-toast]")
    .filter({ hasText: "2 files rated 5 stars" })
    .getByText("Undo")
    .click();
  await expect(rated("2 stars")).toHaveCount(1);
  await expect(rated("5 stars")).toHaveCount(0);
  await library.tile("File 2.txt").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Rate" }).click();
  await page.getByRole("menuitem", { name: "3 stars" }).click();
  await expect(rated("3 stars")).toHaveCount(2);
  await selected(page).getByRole("button", { name: "Rate" }).click();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "No rating" }).click();
  await expect(rated("3 stars")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await library.tile("File 3.txt").click();
  const viewer = page.getByRole("dialog", { name: "3.txt" });
  await expect(viewer.getByRole("button", { name: "Favourite" })).toBeVisible();
  await page.keyboard.press("4");
  await page.keyboard.press("f");
  await page.keyboard.press("i");
  await expect(viewer.getByRole("button", { name: "4 stars" })).toHaveAttribute("aria-pressed", "true");
  await expect(viewer.getByRole("button", { name: "Favourite" }).first()).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expectAccessible(page);
  await viewer.getByRole("button", { name: "4 stars" }).click();
  await expect(viewer.getByRole("button", { name: "4 stars" })).toHaveAttribute("aria-pressed", "false");
});
