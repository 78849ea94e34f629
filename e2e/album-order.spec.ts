import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { fillLibrary } from "./instance-database.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, test } from "./person.ts";

/** The names in the grid, in its order. */
const namesOn = (page: Page) =>
  page
    .getByRole("grid", { name: "Photos and videos" })
    .getByRole("link")
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute("aria-label")?.replace(/^File (.*)\.txt$/, "$1")),
    );

/** An album of the files 1 to 5, in this order. */
async function openAlbum(page: Page, libraryId: string): Promise<LibraryPage> {
  const context = page.context();
  await fillLibrary(libraryId, 5);
  const { files } = await callApi<{ files: { fileId: string }[] }>(context, "files.list", { libraryId });
  const { albumId } = await callApi<{ albumId: string }>(context, "albums.create", {
    libraryId,
    name: "Summer",
  });
  const fileIds = files.map(({ fileId }) => fileId);
  await callApi(context, "albums.add", { libraryId, albumId, fileIds });
  await page.goto(`/l/${libraryId}/albums/${albumId}`);
  await expect.poll(() => namesOn(page)).toEqual(["1", "2", "3", "4", "5"]);
  return new LibraryPage(page);
}

test("an album is arranged by drag, by keys and by menu, and each act is taken back", async ({
  page,
  person,
}) => {
  const library = await openAlbum(page, person.libraryId);
  const toasts = page.locator("[data-sonner-toast]");
  await library.tile("File 1.txt").click({ modifiers: ["Control"] });
  await library.tile("File 2.txt").click();
  const to = await library.tile("File 4.txt").boundingBox();
  if (!to) throw new Error("The tile is not on the page.");
  await library
    .tile("File 1.txt")
    .dragTo(library.tile("File 4.txt"), { targetPosition: { x: to.width - 12, y: to.height / 2 } });
  await expect.poll(() => namesOn(page)).toEqual(["3", "4", "1", "2", "5"]);
  await toasts.last().getByText("Undo").click();
  await expect.poll(() => namesOn(page)).toEqual(["1", "2", "3", "4", "5"]);

  await page.keyboard.press(">");
  await expect.poll(() => namesOn(page)).toEqual(["3", "1", "2", "4", "5"]);
  await page.keyboard.press("<");
  await expect.poll(() => namesOn(page)).toEqual(["1", "2", "3", "4", "5"]);
  await library.tile("File 1.txt").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Arrange" }).click();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "To the end" }).click();
  await expect.poll(() => namesOn(page)).toEqual(["3", "4", "5", "1", "2"]);
});

test("files are taken out of an album by Del and come back to their places; the library keeps them", async ({
  page,
  person: { libraryId },
}) => {
  const library = await openAlbum(page, libraryId);
  await library.tile("File 2.txt").click({ modifiers: ["Control"] });
  await library.tile("File 4.txt").click();
  await page.keyboard.press("Delete");
  await expect.poll(() => namesOn(page)).toEqual(["1", "3", "5"]);
  await page.locator("[data-sonner-toast]").getByText("Undo").click();
  await expect.poll(() => namesOn(page)).toEqual(["1", "2", "3", "4", "5"]);

  await library.tile("File 3.txt").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Make it the cover" }).click();
  await expect(page.getByText("The album has another cover.")).toBeVisible();
  await page.goto(`/l/${libraryId}`);
  await expect(library.tile("File 2.txt")).toBeVisible();
});
