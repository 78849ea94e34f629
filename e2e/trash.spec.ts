import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");

const names = ["cyclamen_persicum.jpg", "tanners_ridge.jpg", "wood_anemones.jpg"] as const;
const files = names.map((name) => media(`photos/nature/${name}`));

/** Links of the grid, also while the viewer lies over it and takes it out of the accessible page. */
const linksIn = (page: Page) => page.locator('[role="grid"] a[href^="?file="]');

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
  const list = page.getByRole("list", { name: "Trash" });
  await expect(list.getByText(names[1])).toBeVisible();
  await list.getByRole("button", { name: `Restore ${names[1]}` }).click();
  await expect(page.getByText("The trash is empty.")).toBeVisible();

  await page.goto(`/l/${person.libraryId}`);
  await library.tile(names[0]).click();
  await expect(viewer.getByRole("button", { name: "Move to trash" })).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(linksIn(page)).toHaveCount(2);
  await page.goto(`/l/${person.libraryId}/trash`);
  await list.getByRole("button", { name: `Delete ${names[0]} for good` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("The trash is empty.")).toBeVisible();
  await page.goto(`/l/${person.libraryId}`);
  await expect(library.tile(names[1])).toBeVisible();
  await expect(library.tile(names[0])).toHaveCount(0);
});

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("the trash is accessible", async ({ libraryPage: page, person }) => {
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
        await page.goto(`/l/${person.libraryId}/trash`);
        await expect(page.getByRole("list", { name: "Trash" }).getByRole("listitem")).toHaveCount(3);
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
