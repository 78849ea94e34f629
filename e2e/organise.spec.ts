import { expectAccessible } from "./accessible.ts";
import { fillLibrary } from "./instance-database.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, test } from "./person.ts";

test("files are moved by dialog and by drag, renamed and marked, and each act is taken back", async ({
  page,
  person: { libraryId },
}) => {
  await fillLibrary(libraryId, 6);
  await callApi(page.context(), "folders.create", { libraryId, name: "Holidays" });
  await page.goto(`/l/${libraryId}`);
  const library = new LibraryPage(page);
  const undo = page.locator("[data-sonner-toast]").getByText("Undo");
  const folder = page.getByRole("list", { name: "Folders" }).getByRole("listitem");
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
  const folders = page.getByRole("list", { name: "Folders" });
  await folders.getByRole("button", { name: "Actions for Holidays" }).click();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Summer");
  await page.keyboard.press("Enter");
  await expect(folders.getByRole("link", { name: "Summer" })).toBeVisible();
  await folders.getByRole("button", { name: "Actions for Summer" }).click();
  await page.getByRole("menuitem", { name: "Move to the trash" }).click();
  await expect(folders).toHaveCount(0);
  await page.goto(`/l/${libraryId}/trash`);
  await page.getByRole("button", { name: "Restore Summer" }).click();
  await expect(page.getByText("The trash is empty.")).toBeVisible();
  await page.goto(`/l/${libraryId}`);
  await expect(folders.getByRole("link", { name: "Summer" })).toBeVisible();
});
