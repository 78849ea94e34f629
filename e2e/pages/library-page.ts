import { expect, type Locator, type Page } from "@playwright/test";

type Files = string | string[] | { name: string; mimeType: string; buffer: Buffer };

/** The page of a library: its grid, its uploads, its viewer. */
export class LibraryPage {
  readonly uploads: Locator;
  readonly grid: Locator;

  constructor(readonly page: Page) {
    this.uploads = page.getByRole("region", { name: "Uploads" });
    this.grid = page.getByRole("grid", { name: "Photos and videos" });
  }

  /** Gives files to the page's picker, as the dialog of the system does. */
  async upload(files: Files): Promise<void> {
    const picker = this.page.locator('input[type="file"]').first();
    // On a busy machine a test is quicker than the page, which takes files once it knows where they go.
    await expect(picker).toBeEnabled();
    await picker.setInputFiles(files);
  }

  /**
   * Waits until all that was uploaded on this page is worked on. The grid sorts anew when dates are read: a tile may slip away under
   * the pointer before that.
   */
  async expectSettled(): Promise<void> {
    await expect(this.uploads).toContainText("All uploads are done", { timeout: 60_000 });
  }

  /** The tile of a file of any kind. */
  tile(name: string): Locator {
    return this.grid.getByRole("link", { name });
  }

  /** Waits until a tile shows its picture. */
  async expectPicture(name: string): Promise<void> {
    const picture = this.tile(name).locator("img[srcset]");
    await expect(picture).toBeVisible({ timeout: 60_000 });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
      .toBe(true);
  }
}
