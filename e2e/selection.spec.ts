import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { fillLibrary } from "./instance-database.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { expect, test } from "./person.ts";

const selected = (page: Page) => page.getByRole("toolbar", { name: "What is selected" });
const cell = (page: Page, name: string): Locator =>
  page.getByRole("gridcell").filter({ has: page.getByRole("link", { name, exact: true }) });

/** Opens the person's library with so many documents in it, of three a day, named by numbers from 1: the newest. */
async function openWith(page: Page, libraryId: string, count: number): Promise<LibraryPage> {
  await fillLibrary(libraryId, count);
  await page.goto(`/l/${libraryId}`);
  const library = new LibraryPage(page);
  await expect(library.tile("File 1.txt")).toBeVisible();
  return library;
}

test("files are selected by circle, click, Ctrl, Shift and day, and let go of by Escape", async ({
  page,
  person,
}) => {
  const library = await openWith(page, person.libraryId, 12);
  await cell(page, "File 2.txt").hover();
  await cell(page, "File 2.txt").getByRole("button", { name: "Select 2.txt" }).click();
  await expect(selected(page)).toContainText("1 selected");
  // While something is selected a click selects.
  await library.tile("File 4.txt").click();
  await expect(selected(page)).toContainText("2 selected");
  await library.tile("File 7.txt").click({ modifiers: ["Shift"] });
  await expect(selected(page)).toContainText("5 selected");
  await library.tile("File 5.txt").click({ modifiers: ["Control"] });
  await expect(selected(page)).toContainText("4 selected");
  await expect(cell(page, "File 5.txt")).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("Escape");
  await expect(selected(page)).toHaveCount(0);
  await library.tile("File 4.txt").click({ modifiers: ["Control"] });
  await expect(selected(page)).toContainText("1 selected");
  await page.getByRole("button", { name: "Clear the selection" }).click();
  const day = page.getByRole("button", { name: /^Select .* 2026$/ }).first();
  await day.click();
  await expect(selected(page)).toContainText("3 selected");
  await expectAccessible(page);
  await day.click();
  await expect(selected(page)).toHaveCount(0);
});

test("a marquee selects what it touches, and with Ctrl what was selected besides", async ({
  page,
  person,
}) => {
  const library = await openWith(page, person.libraryId, 12);
  const [from, to] = [
    await library.tile("File 1.txt").boundingBox(),
    await library.tile("File 6.txt").boundingBox(),
  ];
  if (!from || !to) throw new Error("The tiles are not on the page.");
  await page.mouse.move(from.x + 120, from.y + 80);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await expect(selected(page)).toContainText("6 selected");
  await page.mouse.up();
  await expect(selected(page)).toContainText("6 selected");
  await expect(page).not.toHaveURL(/file=/);
});

test("the keyboard alone selects: Space, Shift with arrows, Ctrl+A, Escape; Enter opens", async ({
  page,
  person,
}) => {
  await openWith(page, person.libraryId, 12);
  await page.getByRole("link", { name: "File 1.txt", exact: true }).focus();
  await page.keyboard.press("Space");
  await expect(selected(page)).toContainText("1 selected");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(selected(page)).toContainText("3 selected");
  await page.keyboard.press("Control+a");
  await expect(selected(page)).toContainText("12 selected");
  await page.keyboard.press("Escape");
  await expect(selected(page)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "File 3.txt", exact: true })).toBeFocused();
});

test("all of a large folder are selected, also those that are not loaded", async ({ page, person }) => {
  await openWith(page, person.libraryId, 450);
  await page.getByRole("link", { name: "File 1.txt", exact: true }).focus();
  await page.keyboard.press("Control+a");
  await expect(selected(page)).toContainText("450 selected");
  await page.getByRole("button", { name: "Move to the trash" }).click();
  await expect(page.getByText("Drop photos and videos here")).toBeVisible();
  await page.locator("[data-sonner-toast]").getByText("Undo").click();
  await expect(new LibraryPage(page).tile("File 1.txt")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a finger that rests selects, and then a tap does", async ({ page, person }) => {
    const library = await openWith(page, person.libraryId, 6);
    const box = await library.tile("File 2.txt").boundingBox();
    if (!box) throw new Error("The tile is not on the page.");
    const touch = await page.context().newCDPSession(page);
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    await expect(selected(page)).toContainText("1 selected");
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await library.tile("File 3.txt").tap();
    await expect(selected(page)).toContainText("2 selected");
    await expect(page).not.toHaveURL(/file=/);
    await expectAccessible(page);
    await page.screenshot({ path: "../test-results/look/selection-dark-390.png" });
  });
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("what is selected is seen", async ({ page, person }) => {
      await openWith(page, person.libraryId, 30);
      await page.getByRole("link", { name: "File 1.txt", exact: true }).focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("Shift+ArrowDown");
      await expect(selected(page)).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `../test-results/look/selection-${colorScheme}-1440.png` });
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "How it is shown" }).click();
      await page.getByRole("menuitemradio", { name: "Name" }).click();
      await expect(page).toHaveURL(/sort=name/);
      await expect(page.getByRole("gridcell").first()).toContainText("1.txt");
      await page.screenshot({ path: `../test-results/look/by-name-${colorScheme}-1440.png` });
    });
  });
}
