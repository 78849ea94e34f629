import type { BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { clickWhenAlive } from "./pages/click-when-alive.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { Palette } from "./pages/palette.ts";
import { callApi, expect, type Person, test } from "./person.ts";

/** A folder with a file in it, "Sunset at Sylt.txt". */
async function fillFolder(page: Page, context: BrowserContext, { libraryId }: Person): Promise<string> {
  const { folderId } = await callApi<{ folderId: string }>(context, "folders.create", {
    ...{ libraryId, name: "Summer in Sylt" },
  });
  await page.goto(`/l/${libraryId}/f/${folderId}`);
  const library = new LibraryPage(page);
  await library.upload({
    name: "Sunset at Sylt.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("a sunset"),
  });
  await expect(library.tile("Sunset at Sylt.txt")).toBeVisible();
  await library.expectSettled();
  return folderId;
}

test("by keyboard alone: to a page, into a folder, to a file, and the list of keys", async ({
  page,
  context,
  person,
}) => {
  const folderId = await fillFolder(page, context, person);
  const palette = new Palette(page);

  await palette.openByKey("/");
  await expect(palette.field).toHaveValue("");
  await page.keyboard.type("trash");
  await expect(palette.rows()).toHaveCount(1);
  await page.keyboard.press("Enter");
  await page.waitForURL(`/l/${person.libraryId}/trash`);
  await expect(palette.dialog).toBeHidden();

  await palette.openByKey("Control+k");
  await page.keyboard.type("sylt summer");
  await expect(palette.row("Summer in Sylt")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(`/l/${person.libraryId}/f/${folderId}`);

  await palette.openByKey("Control+k");
  await page.keyboard.type("sunste");
  await expect(palette.rows()).toHaveCount(1);
  await expect(palette.rows()).toContainText("My Library / Summer in Sylt");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Sunset at Sylt.txt" })).toBeVisible();
  await expect(page).toHaveURL(/\/f\/[0-9a-f-]{36}\?file=[0-9a-f-]{36}$/);
  await page.keyboard.press("Escape");

  await palette.openByKey("/");
  await page.keyboard.press("ArrowUp");
  await expect(palette.rows().last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(palette.dialog).toBeHidden();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByRole("heading", { name: "Everywhere" })).toBeVisible();
  await expect(help).toContainText("Search and commands");
  await expect(help).toContainText("Select all");
  await expect(help).not.toContainText("Rating");
});

test("keys that are typed stay text, and single keys can be off", async ({ page, context, person }) => {
  const palette = new Palette(page);
  await page.goto("/settings");
  await palette.openByKey("/");
  await page.keyboard.press("Escape");
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("");
  await name.pressSequentially("a/b?");
  await expect(name).toHaveValue("a/b?");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await callApi(context, "accounts.changePreferences", { isKeyboardOn: false });
  await page.goto(`/l/${person.libraryId}`);
  await palette.openByKey("Control+k");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await palette.openByKey("Control+k");
  await palette.row("Keyboard shortcuts").click();
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toContainText("Single keys are off");
  await expect(help).not.toContainText("This list");
});

test("by mouse: actions of the page, other libraries, and a server that does not answer", async ({
  libraryPage: page,
  context,
}) => {
  const other = await callApi<{ libraryId: string }>(context, "libraries.create", { name: "Family" });
  await page.reload();
  const palette = new Palette(page);
  const pill = page.getByRole("button", { name: "Search names, pages, actions" });
  await clickWhenAlive(pill);
  await palette.row("New folder").click();
  const dialog = page.getByRole("dialog", { name: "New folder" });
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await pill.click();
  await palette.row("Use the light theme").click();
  await expect(page.locator("html")).toHaveClass(/light/);

  await pill.click();
  await page.route("**/api/trpc/*search.names*", (route) => route.abort());
  await palette.field.fill("family");
  await expect(palette.dialog.getByRole("alert")).toContainText("The server does not answer");
  await page.unroute("**/api/trpc/*search.names*");
  await palette.dialog.getByRole("button", { name: "Try again" }).click();
  await expect(palette.dialog.getByRole("alert")).toBeHidden();
  await palette.row("Family").click();
  await page.waitForURL(`/l/${other.libraryId}`);

  await pill.click();
  await palette.row("Sign out").click();
  await page.waitForURL("/sign-in");
});

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("palette and list of shortcuts are accessible", async ({ page, context, person }) => {
        const look = async (name: string) => {
          await expectAccessible(page);
          await page.screenshot({ path: `../test-results/look/${name}-${colorScheme}-${width}.png` });
        };
        const palette = new Palette(page);
        await fillFolder(page, context, person);
        if (noMedia === null) {
          const library = new LibraryPage(page);
          await library.upload(media("photos/nature/tanners_ridge.jpg"));
          await library.expectPicture("tanners_ridge.jpg");
        }
        await clickWhenAlive(page.getByRole("button", { name: "Search names, pages, actions" }));
        await expect(palette.field).toBeFocused();
        await look("palette");
        await palette.field.fill(noMedia === null ? "tanners" : "sylt");
        await expect(
          palette.row(noMedia === null ? "tanners_ridge.jpg" : "Sunset at Sylt.txt"),
        ).toBeVisible();
        await look("palette-found");
        await palette.field.fill("qqqq");
        await expect(palette.dialog.getByText("Nothing is called “qqqq”")).toBeVisible();
        await look("palette-nothing");
        await palette.field.fill("keyboard");
        await palette.row("Keyboard shortcuts").click();
        await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
        await look("shortcuts");
        await page.goto("/nowhere");
        await expect(page.getByRole("heading").first()).toBeVisible();
        await look("not-found");
        await page.goto(`/l/${person.libraryId}/trash`);
        await expect(page.getByRole("heading").first()).toBeVisible();
        await look("trash-empty");
        await page.goto(`/l/${person.libraryId}`);
        await expect(page.getByText("Summer in Sylt")).toBeVisible();
        await look("library-folder-alone");
      });
    });
  }
}
