import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");

const photo = media("photos/nature/tanners_ridge.jpg");
const another = media("photos/nature/wood_anemones.jpg");

/** A file as far as these tests need it. */
interface Listed {
  fileId: string;
  name: string;
  pictures: { card: string } | null;
}

/** Puts a photo with a small copy of it, a photo of its own and two files with the same bytes into a library, and goes to its duplicates. */
async function fill(page: Page, libraryId: string): Promise<void> {
  const library = new LibraryPage(page);
  await library.upload({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("the same words") });
  await library.upload({ name: "ridge.jpg", mimeType: "image/jpeg", buffer: readFileSync(photo) });
  await library.upload(another);
  for (const name of ["ridge.jpg", "wood_anemones.jpg"]) await library.expectPicture(name);
  await library.expectSettled();
  const context = page.context();
  const { files } = await callApi<{ files: Listed[] }>(context, "files.list", { libraryId, folderId: null });
  const fileOf = (name: string) => files.find((file) => file.name === name);
  await callApi(context, "items.copy", {
    libraryId,
    fileIds: [fileOf("note.txt")?.fileId],
    toFolderId: null,
  });
  const card = await context.request.get(fileOf("ridge.jpg")?.pictures?.card ?? "");
  await library.upload({ name: "small.jpg", mimeType: "image/jpeg", buffer: await card.body() });
  await library.expectPicture("small.jpg");
  await library.expectSettled();
  await page.goto(`/l/${libraryId}/duplicates`);
}

test("duplicates are decided about by mouse and by keys, and every decision is taken back", async ({
  libraryPage: page,
  person,
}) => {
  test.setTimeout(120_000);
  await fill(page, person.libraryId);
  const grid = page.getByRole("grid", { name: "Duplicates" });
  const tiles = grid.getByRole("gridcell").getByRole("link");
  await expect(grid.getByRole("heading", { name: "2 photos that look alike" })).toBeVisible();
  await expect(tiles).toHaveCount(4);
  await expect(tiles.first()).toHaveAccessibleName(/ridge.jpg/);

  await grid.getByRole("button", { name: "Keep ridge.jpg alone" }).click();
  await expect(tiles).toHaveCount(2);
  await page.locator("[data-sonner-toast]").getByRole("button", { name: "Undo" }).click();
  await expect(tiles).toHaveCount(4);

  await tiles.nth(1).focus();
  await page.keyboard.press("Shift+K");
  await expect(tiles).toHaveCount(2);
  await expect(tiles.first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("k");
  await expect(page.getByText("There are no duplicates.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("There are no duplicates.")).toBeVisible();
  await page.goto(`/l/${person.libraryId}`);
  const library = new LibraryPage(page);
  await expect(library.tile("note.txt")).toHaveCount(1);
  await expect(library.tile("small.jpg")).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("duplicates are accessible", async ({ libraryPage: page, person }) => {
        test.setTimeout(120_000);
        const shot = (name: string) =>
          page.screenshot({ path: `../test-results/look/duplicates${name}-${colorScheme}-${width}.png` });
        await page.goto(`/l/${person.libraryId}/duplicates`);
        await expect(page.getByText("There are no duplicates.")).toBeVisible();
        await expectAccessible(page);
        await shot("-none");
        await page.goto(`/l/${person.libraryId}`);
        await fill(page, person.libraryId);
        const grid = page.getByRole("grid", { name: "Duplicates" });
        await expect(grid.getByRole("button", { name: "Keep small.jpg alone" })).toBeVisible();
        await expect(grid.getByRole("link").first().locator("img[srcset]")).toBeVisible();
        await expectAccessible(page);
        await shot("");
        await grid.getByRole("link").first().focus();
        await page.keyboard.press("?");
        await expect(page.getByRole("dialog").getByText("Keep this one")).toBeVisible();
        await shot("-keys");
        await page.keyboard.press("Escape");
        await grid
          .getByRole("link", { name: /note.txt/ })
          .first()
          .click();
        const viewer = page.getByRole("dialog");
        await page.keyboard.press("i");
        await expect(viewer.getByText("1 more file with the same content")).toBeVisible();
        await expectAccessible(page);
        await shot("-viewer");
        await page.goBack();
        await grid.getByRole("button", { name: "Keep all 2 files of this group" }).first().click();
        await expect(grid.getByRole("heading")).toHaveCount(1);
        await expectAccessible(page);
        await shot("-kept");
      });
    });
  }
}

test("an open page shows duplicates as they are found", async ({
  libraryPage: page,
  person: { libraryId },
}) => {
  const library = new LibraryPage(page);
  await library.upload({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("the same words") });
  await library.expectSettled();
  const { files } = await callApi<{ files: Listed[] }>(page.context(), "files.list", {
    libraryId,
    folderId: null,
  });
  await page.goto(`/l/${libraryId}/duplicates`);
  await expect(page.getByText("There are no duplicates.")).toBeVisible();
  const copied = { libraryId, fileIds: files.map(({ fileId }) => fileId), toFolderId: null };
  const tiles = page.getByRole("grid", { name: "Duplicates" }).getByRole("gridcell").getByRole("link");
  // The page may still be on its way to listen when the first is made.
  await expect(async () => {
    await callApi(page.context(), "items.copy", copied);
    await expect(tiles.nth(1)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
  const count = await tiles.count();
  await callApi(page.context(), "items.copy", copied);
  await expect(tiles).toHaveCount(count + 1);
});
