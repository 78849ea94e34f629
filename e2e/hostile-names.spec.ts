import type { Page } from "@playwright/test";
import { LibraryPage } from "./pages/library-page.ts";
import { Palette } from "./pages/palette.ts";
import { callApi, enter, expect, test } from "./person.ts";

const fileName = "<img src=x onerror=strike()>.txt";
const folderName = '"><svg onload=strike()>';
const tagName = "<b onmouseover=strike()>tag</b>";
const albumName = "{{strike()}}<iframe srcdoc=x onload=strike()>";
const description = "<details open ontoggle=strike()>\u202Egpj.exe";

/** Any of these on an element would have come from a name: pages have none. */
const handlers = "[onerror], [onload], [onmouseover], [ontoggle], iframe[srcdoc]";

async function expectHarmless(page: Page): Promise<void> {
  await expect(page.locator(handlers)).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.dataset.struck)).toBeUndefined();
}

test("names, tags and descriptions that look like pages are words wherever they stand", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => {
    Object.assign(window, {
      strike: () => {
        document.documentElement.dataset.struck = "yes";
      },
    });
  });
  const { libraryId } = await enter(context, "<img src=x onerror=strike()>");
  const inLibrary = `/l/${libraryId}`;
  await callApi(context, "folders.create", { libraryId, name: folderName });
  await page.goto(inLibrary);
  const library = new LibraryPage(page);
  await library.upload({ name: fileName, mimeType: "text/plain", buffer: Buffer.from("a") });
  await expect(library.tile(fileName)).toBeVisible();
  await library.expectSettled();
  const { files } = await callApi<{ files: { fileId: string }[] }>(context, "files.list", { libraryId });
  const fileIds = files.map(({ fileId }) => fileId);
  const [fileId] = fileIds;
  await callApi(context, "files.describe", { libraryId, fileId, description });
  await callApi(context, "tags.put", { libraryId, fileIds, addNames: [tagName] });
  const { albumId } = await callApi<{ albumId: string }>(context, "albums.create", {
    libraryId,
    name: albumName,
  });
  await callApi(context, "albums.add", { libraryId, albumId, fileIds });
  await callApi(context, "marks.set", { libraryId, fileIds, isFavourite: true });

  for (const [path, text] of [
    ["", folderName],
    ["/tags", tagName],
    ["/albums", albumName],
    [`/albums/${albumId}`, albumName],
    ["/favourites", fileName],
  ] as const) {
    await page.goto(`${inLibrary}${path}`);
    await expect(page.getByText(text).first()).toBeVisible();
    await expectHarmless(page);
  }

  await page.goto(inLibrary);
  await page.getByRole("link", { name: folderName }).click();
  await expect(page.getByRole("heading", { name: folderName, level: 1 })).toBeVisible();
  await expectHarmless(page);

  await page.goto(inLibrary);
  await library.tile(fileName).click();
  await expect(page.getByRole("dialog", { name: fileName })).toBeVisible();
  await page.getByRole("button", { name: "Info", exact: true }).click();
  const info = page.getByRole("complementary", { name: "Info" });
  await expect(info.getByText(tagName)).toBeVisible();
  await expect(info.getByText("<details open")).toBeVisible();
  await expectHarmless(page);
  await info.getByRole("button", { name: "Tag", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: tagName })).toBeVisible();
  await expectHarmless(page);

  await page.goto(inLibrary);
  const palette = new Palette(page);
  await palette.openByKey("/");
  await page.keyboard.type("onerror");
  await expect(palette.dialog.getByText(fileName)).toBeVisible();
  await expectHarmless(page);

  await callApi(context, "trash.add", { libraryId, fileIds });
  await page.goto(`${inLibrary}/trash`);
  await expect(page.getByText(fileName).first()).toBeVisible();
  await expectHarmless(page);
});
