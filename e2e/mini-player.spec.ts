import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { ViewerPage } from "./pages/viewer-page.ts";
import { expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");
test.use({ actionTimeout: 20_000 });

/** Sounds of the shared set; those of speech last 11 s. */
const names = ["jfk.mp3", "jfk.wav", "chirp-5-id3.mp3"];

const bar = (page: Page) => page.getByRole("region", { name: "Now playing" });
const sound = (page: Page) => page.locator("audio");
const seconds = (page: Page) => sound(page).evaluate((element: HTMLAudioElement) => element.currentTime);
const isPaused = (page: Page) => sound(page).evaluate((element: HTMLAudioElement) => element.paused);

/** Waits until what plays has come further than it is now. */
async function expectAdvancing(page: Page): Promise<void> {
  const before = await seconds(page);
  await expect.poll(() => seconds(page)).toBeGreaterThan(before);
}

/** Uploads sounds, opens the first speech and lets it repeat, so that it does not end under a slow test. */
async function play(page: Page): Promise<{ viewer: ViewerPage; name: string }> {
  const library = new LibraryPage(page);
  await library.upload(names.map((name) => media(`audio/${name}`)));
  await library.expectSettled();
  await page.reload();
  const viewer = new ViewerPage(page);
  const speeches = library.grid.getByRole("link", { name: /jfk/ });
  const label = (await speeches.first().getAttribute("aria-label")) ?? "";
  await speeches.first().click();
  await expect(viewer.button("Repeat")).toBeVisible();
  await viewer.button("Repeat").click();
  await expectAdvancing(page);
  return { viewer, name: label.includes("mp3") ? "jfk.mp3" : "jfk.wav" };
}

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("sound goes on in a bar under every page when the viewer closes", async ({ libraryPage: page }) => {
      test.setTimeout(150_000);
      const { viewer, name } = await play(page);
      await expect(viewer.dialog.locator("canvas")).toBeVisible({ timeout: 60_000 });
      await page.screenshot({ path: `../test-results/look/sound-queue-${colorScheme}-1440.png` });
      await page.keyboard.press("Escape");
      await expect(viewer.dialog).toBeHidden();
      await expect(bar(page)).toContainText(name);
      await expectAdvancing(page);

      await sound(page).evaluate((element) => element.setAttribute("data-seen", ""));
      await page.getByRole("link", { name: "Account" }).first().click();
      await page.waitForURL(/settings/);
      await expect(bar(page)).toBeVisible();
      await expectAdvancing(page);
      expect(await sound(page).getAttribute("data-seen"), "it is the same element").toBe("");
      expect(await isPaused(page)).toBe(false);
      await expectAccessible(page);
      await page.screenshot({ path: `../test-results/look/mini-player-${colorScheme}-1440.png` });
      await page.setViewportSize({ width: 390, height: 844 });
      await expectAccessible(page);
      await page.screenshot({ path: `../test-results/look/mini-player-${colorScheme}-390.png` });
    });
  });
}

test("the bar is used by keys alone, goes on to the next, and opens in the viewer again", async ({
  libraryPage: page,
}) => {
  test.setTimeout(150_000);
  const { viewer, name } = await play(page);
  await viewer.button("Keep playing in a bar").focus();
  await page.keyboard.press("Enter");
  await expect(viewer.dialog).toBeHidden();

  await bar(page).getByRole("button", { name: "Pause" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => isPaused(page)).toBe(true);
  const seekBar = bar(page).getByRole("slider", { name: "Position" });
  await seekBar.focus();
  await page.keyboard.press("Home");
  await expect.poll(() => seconds(page)).toBe(0);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => seconds(page)).toBeGreaterThan(0);

  const after = bar(page).getByRole("button", { name: "Next in the list" });
  const before = bar(page).getByRole("button", { name: "Previous in the list" });
  const way = (await after.isEnabled()) ? after : before;
  await way.focus();
  await page.keyboard.press("Enter");
  await expect(bar(page)).not.toContainText(name);
  await expect.poll(() => isPaused(page)).toBe(false);

  const open = bar(page).getByRole("link", { name: /^Open / });
  const title = ((await open.getAttribute("aria-label")) ?? "").replace(/^Open /, "");
  await open.focus();
  await page.keyboard.press("Enter");
  await expect(viewer.dialog).toBeVisible();
  await expect(viewer.dialog.getByText(title).first()).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await viewer.button("Keep playing in a bar").click();
  await bar(page).getByRole("button", { name: "Stop playing" }).focus();
  await page.keyboard.press("Enter");
  await expect(bar(page)).toHaveCount(0);
  expect(await isPaused(page)).toBe(true);
});

test("a loud sound is made quieter while evenness is on, and the choice is kept", async ({
  libraryPage: page,
}) => {
  test.setTimeout(150_000);
  const { viewer } = await play(page);
  const volume = () => sound(page).evaluate((element: HTMLAudioElement) => element.volume);
  const even = viewer.button("Even loudness");
  await expect(even).toHaveAttribute("aria-pressed", "true", { timeout: 60_000 });
  await viewer.button("Info").click();
  await expect(viewer.info).toContainText("LUFS");
  const lufs = Number(/(-?[\d.]+) LUFS/.exec((await viewer.info.textContent()) ?? "")?.[1]);
  const gain = Math.min(1, 10 ** ((-16 - lufs) / 20));
  await expect.poll(volume).toBeCloseTo(gain, 2);
  await even.click();
  await expect(even).toHaveAttribute("aria-pressed", "false");
  await expect.poll(volume).toBe(1);
  await page.reload();
  await expect(even).toHaveAttribute("aria-pressed", "false");
});
