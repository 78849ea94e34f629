import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { UploadPanel } from "./pages/upload-panel.ts";
import { callApi, expect, test } from "./person.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-trip-"));
test.afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with a tree; the last file is hashed in pieces, by WebAssembly in the worker. */
function aTrip(): string {
  const trip = mkdtempSync(join(folder, "trip-"));
  mkdirSync(join(trip, "Day 1", "Evening"), { recursive: true });
  for (const place of ["1.bin", "Day 1/2.bin", "Day 1/Evening/3.bin"])
    writeFileSync(join(trip, place), randomBytes(1_000));
  writeFileSync(join(trip, "large.bin"), randomBytes(9 * 1024 * 1024));
  return trip;
}

/** Counts what is begun to be sent. */
function countUploads(page: Page): { begun: number } {
  const counted = { begun: 0 };
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/tus")) counted.begun += 1;
  });
  return counted;
}

test("a folder that is dropped again sends nothing and says so", async ({ libraryPage: page, person }) => {
  const panel = new UploadPanel(page);
  const counted = countUploads(page);
  const blocked: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) blocked.push(message.text());
  });
  const trip = aTrip();
  await panel.uploadFolder(trip);
  await new LibraryPage(page).expectSettled();
  expect(counted.begun).toBe(4);
  const top = await callApi<{ folderId: string; name: string }[]>(page.context(), "folders.list", {
    libraryId: person.libraryId,
  });
  expect(top).toHaveLength(1);

  await panel.button("Clear done").click();
  await expect(panel.region).toBeHidden();
  await panel.uploadFolder(trip);
  await expect(panel.region).toContainText("All 4 files are already here");
  await expect(panel.region).toContainText("0 done · 4 already here · 0 failed");
  expect(counted.begun).toBe(4);
  expect(blocked).toEqual([]);
  await expectAccessible(page);

  await panel.region.getByRole("link", { name: "Already here: 3.bin in Evening" }).click();
  await expect(page.getByRole("dialog")).toContainText("3.bin");
});

test("all that failed is sent again with one click, and all can be paused, resumed and cancelled", async ({
  libraryPage: page,
}) => {
  const panel = new UploadPanel(page);
  await page.route("**/api/tus", (route) => route.fulfill({ status: 400, body: "No room for this." }));
  await panel.pickMany(12, 100);
  await expect(panel.region).toContainText("12 uploads failed");
  await expect(panel.region).toContainText("No room for this.");
  await page.unroute("**/api/tus");
  await panel.button("Retry all failed").click();
  await new LibraryPage(page).expectSettled();
  await expect(panel.region).toContainText("12 done · 0 failed");
  await panel.button("Clear done").click();

  await page.route("**/api/tus", () => {
    // Never answered: these stay under way.
  });
  await panel.pickMany(9, 101);
  await expect(panel.region).toContainText("Uploading 0 of 9");
  await panel.button("Pause all").click();
  await expect(panel.region).toContainText("Uploads need you");
  await panel.button("Resume all").click();
  await expect(panel.region).toContainText("Uploading 0 of 9");
  await panel.button("Cancel all").click();
  await expect(page.getByRole("dialog", { name: "Cancel 9 uploads?" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel all" }).click();
  await expect(panel.region).toBeHidden();
});

test("a file whose answer is lost on its way arrives, and is there once", async ({
  libraryPage: page,
  person,
}) => {
  const panel = new UploadPanel(page);
  let lost = 0;
  await page.route("**/api/tus", async (route) => {
    const answer = await route.fetch();
    expect(answer.headers()["alcoves-file-id"]).toBeTruthy();
    lost += 1;
    await route.abort("connectionreset");
  });
  await panel.pickMany(3, 102);
  await new LibraryPage(page).expectSettled();
  await expect(panel.region).toContainText("3 done · 0 failed");
  expect(lost).toBe(3);
  const { files } = await callApi<{ files: unknown[] }>(page.context(), "files.list", {
    libraryId: person.libraryId,
    folderId: null,
  });
  expect(files).toHaveLength(3);
});

test("50,000 files are put in line without a frozen page", async ({ libraryPage: page }) => {
  test.setTimeout(400_000);
  const panel = new UploadPanel(page);
  // They wait in line: what is measured is the page.
  await page.route("**/api/tus", () => {});
  await panel.pickMany(50_000, 64);
  await expect(panel.region).toContainText("of 50,000", { timeout: 180_000 });
  const list = panel.region.getByRole("region", { name: "Uploaded files" });
  expect(await list.getByRole("listitem").count()).toBeLessThan(40);
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(list.getByRole("listitem").last()).toHaveAttribute("aria-posinset", "50000");
  await panel.button("Collapse").click();
  await expect(list).toBeHidden();
  const tasks = await panel.longTasks();
  console.log(`tasks of more than 50 ms while 50,000 files were put in line: ${tasks.join(", ")} ms`);
  // Far above what an idle machine shows, and far below a page that is frozen.
  expect(Math.max(0, ...tasks)).toBeLessThan(2_000);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("uploads are one line that covers nothing, and open as a sheet", async ({ libraryPage: page }) => {
    const panel = new UploadPanel(page);
    await page.route("**/api/tus", () => {});
    await panel.pickMany(30, 100);
    await expect(panel.region).toContainText("Uploading 0 of 30");
    const [bar, tabs, content] = await Promise.all(
      [panel.region, page.getByRole("navigation", { name: "Tabs" }), page.locator("main")].map((each) =>
        each.boundingBox(),
      ),
    );
    expect(bar?.height).toBeLessThan(50);
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual((tabs?.y ?? 0) + 1);
    expect((content?.y ?? 0) + (content?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
    await expectAccessible(page);
    await panel.region.getByRole("button").click();
    const sheet = page.getByRole("dialog");
    await expect(sheet).toContainText("Uploading 0 of 30");
    await expect(sheet.getByRole("button", { name: "Pause all" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
  });
});

test("what is dropped or pasted goes where the page is, which the target names", async ({
  libraryPage: page,
}) => {
  const panel = new UploadPanel(page);
  await expect(page.locator('input[type="file"]').first()).toBeEnabled();
  await panel.bring("dropped.txt", "dragenter");
  await expect(page.getByText(/^Drop to upload to .*My Library/)).toBeVisible();
  await panel.bring("dropped.txt", "drop");
  await expect(page.getByText(/^Drop to upload to/)).toBeHidden();
  await panel.bring("pasted.txt", "paste");
  const library = new LibraryPage(page);
  await library.expectSettled();
  await expect(library.tile("dropped.txt")).toBeVisible();
  await expect(library.tile("pasted.txt")).toBeVisible();
});

test("leaving while files are being sent asks first", async ({ libraryPage: page }) => {
  await page.route("**/api/tus", () => {});
  const panel = new UploadPanel(page);
  await panel.pickMany(1, 100);
  await expect(panel.region).toContainText("Uploading 0 of 1");
  const asked = page.waitForEvent("dialog");
  // Browsers ask only on pages that a person has touched.
  await panel.button("Collapse").click();
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
});
