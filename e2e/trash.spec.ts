import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { fillLibrary } from "./instance-database.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");

const names = ["cyclamen_persicum.jpg", "tanners_ridge.jpg", "wood_anemones.jpg"] as const;
const files = names.map((name) => media(`photos/nature/${name}`));

/** Links of the grid, also while the viewer lies over it and takes it out of the accessible page. */
const linksIn = (page: Page) => page.locator('[role="grid"] a[href^="?file="]');

const trashed = (page: Page): Locator => page.getByRole("grid", { name: "Trash" });
const selected = (page: Page): Locator => page.getByRole("toolbar", { name: "What is selected" });

/** What lies in a library, by its names. */
interface Filed {
  files: { fileId: string; name: string }[];
}

test("a photo goes to the trash from the viewer, comes back by Undo, and goes for good by hand", async ({
  libraryPage: page,
  person,
}) => {
  test.setTimeout(120_000);
  const library = new LibraryPage(page);
  await library.upload(files);
  for (const name of names) await library.expectPicture(name);
  await library.expectSettled();

  const viewer = page.getByRole("dialog");
  await library.tile(names[1]).click();
  await viewer.getByRole("button", { name: "Move to trash" }).click();
  await expect(linksIn(page)).toHaveCount(2);
  await expect(viewer.getByText(names[1])).toHaveCount(0);
  await page.locator("[data-sonner-toast]").getByText("Undo").click();
  await expect(linksIn(page)).toHaveCount(3);
  await expect(viewer).toBeVisible();
  await page.keyboard.press("Escape");

  await library.tile(names[1]).click();
  await expect(viewer.getByRole("button", { name: "Move to trash" })).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(linksIn(page)).toHaveCount(2);

  await page.goto(`/l/${person.libraryId}/trash`);
  const tile = trashed(page).getByRole("link", { name: names[1] });
  await tile.click();
  await expect(viewer.getByAltText(names[1])).toBeVisible();
  await viewer.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("The trash is empty.")).toBeVisible();

  await page.goto(`/l/${person.libraryId}`);
  await library.tile(names[0]).click();
  await expect(viewer.getByRole("button", { name: "Move to trash" })).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(linksIn(page)).toHaveCount(2);
  await page.goto(`/l/${person.libraryId}/trash`);
  await trashed(page).getByRole("link", { name: names[0] }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Delete for good" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("The trash is empty.")).toBeVisible();
  await page.goto(`/l/${person.libraryId}`);
  await expect(library.tile(names[1])).toBeVisible();
  await expect(library.tile(names[0])).toHaveCount(0);
});

test("files and folders in the trash are selected together, all of them by keys, restored and deleted", async ({
  page,
  context,
  person: { libraryId },
}) => {
  await fillLibrary(libraryId, 150);
  const { folderId } = await callApi<{ folderId: string }>(context, "folders.create", {
    libraryId,
    name: "Holidays",
  });
  const { files } = await callApi<Filed>(context, "files.list", { libraryId });
  const [first, ...others] = files.map(({ fileId }) => fileId);
  await callApi(context, "items.move", { libraryId, fileIds: [first], toFolderId: folderId });
  await callApi(context, "trash.add", { libraryId, fileIds: others });
  await callApi(context, "trash.add", { libraryId, folderIds: [folderId] });
  await page.goto(`/l/${libraryId}/trash`);

  const folder = trashed(page).getByRole("button", { name: "Folder Holidays", exact: true });
  await expect(folder).toContainText("1 file");
  await expect(trashed(page).getByText("30 days left").first()).toBeVisible();
  await folder.click();
  // What went there at one moment stands in an order of its own.
  await trashed(page).getByRole("link").first().click();
  await expect(selected(page)).toContainText("2 selected");
  await expectAccessible(page);
  await selected(page).getByRole("button", { name: "Restore" }).click();
  await expect(folder).toHaveCount(0);
  await page.locator("[data-sonner-toast]").getByText("Undo").click();
  await expect(folder).toBeVisible();

  // A page holds a hundred; what is not loaded is selected too.
  await folder.focus();
  await page.keyboard.press("Space");
  await expect(selected(page)).toContainText("1 selected");
  await page.keyboard.press("Control+a");
  await expect(selected(page)).toContainText("150 selected");
  await page.keyboard.press("Shift+Delete");
  const dialog = page.getByRole("dialog", { name: "Delete 150 items for good?" });
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("The trash is empty.")).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("the trash is accessible", async ({ libraryPage: page, context, person }) => {
        const library = new LibraryPage(page);
        await library.upload([...files, media("audio/jfk.mp3")]);
        for (const name of names) await library.expectPicture(name);
        await library.expectSettled();
        await library.tile("jfk.mp3").click();
        const viewer = page.getByRole("dialog");
        for (const left of [3, 2, 1]) {
          await expect(viewer.getByRole("button", { name: "Move to trash" })).toBeVisible();
          await page.keyboard.press("Delete");
          await expect(linksIn(page)).toHaveCount(left);
        }
        await page.screenshot({ path: `../test-results/look/trash-moved-${colorScheme}-${width}.png` });
        const { libraryId } = person;
        const { folderId } = await callApi<{ folderId: string }>(context, "folders.create", {
          libraryId,
          name: "Summer in the mountains",
        });
        await callApi(context, "trash.add", { libraryId, folderIds: [folderId] });
        await page.goto(`/l/${libraryId}/trash`);
        await expect(trashed(page).getByRole("link")).toHaveCount(3);
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/trash-${colorScheme}-${width}.png` });
        await page.getByRole("button", { name: "Empty trash" }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/trash-empty-${colorScheme}-${width}.png` });
      });
    });
  }
}
