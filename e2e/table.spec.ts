import { expectAccessible } from "./accessible.ts";
import { fillLibrary } from "./instance-database.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, test } from "./person.ts";

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("a folder is a table that is sorted by its heads, selected by keys, and remembered", async ({
        page,
        person: { libraryId },
      }) => {
        await fillLibrary(libraryId, 450);
        await callApi(page.context(), "folders.create", { libraryId, name: "Holidays" });
        await page.goto(`/l/${libraryId}`);
        const library = new LibraryPage(page);
        await expect(library.tile("File 1.txt")).toBeVisible();
        await page.getByRole("button", { name: "How it is shown" }).click();
        await page.getByRole("menuitemradio", { name: "Table" }).click();
        await expect(page.getByRole("gridcell").filter({ hasText: "1.txt" }).first()).toContainText(
          "14 Oct 2026",
        );
        await page.getByRole("button", { name: "Sort by Name" }).click();
        await expect(page).toHaveURL(/sort=name/);
        await page.getByRole("button", { name: "Sorted by Name: From A to Z" }).click();
        await expect(library.grid.getByRole("link", { name: "File 450.txt" })).toBeVisible();
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/table-${colorScheme}-${width}.png` });

        const selected = page.getByRole("toolbar", { name: "What is selected" });
        await library.tile("File 450.txt").focus();
        await page.keyboard.press("Space");
        await page.keyboard.press("Shift+ArrowDown");
        await page.keyboard.press("Shift+ArrowDown");
        await expect(selected).toContainText("3 selected");
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/table-selected-${colorScheme}-${width}.png` });
        await page.keyboard.press("Control+a");
        await expect(selected).toContainText("451 selected");
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+End");
        await expect(library.tile("File 1.txt")).toBeFocused();
        await page.keyboard.press("Enter");
        await expect(page.getByRole("dialog", { name: "1.txt" })).toBeVisible();
        await page.goBack();
        await expect(page.getByRole("dialog")).toHaveCount(0);

        await page.goto(`/l/${libraryId}`);
        await expect(page.getByRole("button", { name: "Sorted by Date: Newest first" })).toBeVisible();
        await page.getByRole("button", { name: "How it is shown" }).click();
        await page.getByRole("menuitemradio", { name: "Pictures" }).click();
        await expect(page.getByRole("heading", { name: /14 October 2026/ })).toBeVisible();
      });
    });
  }
}
