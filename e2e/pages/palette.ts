import { expect, type Locator, type Page } from "@playwright/test";

/** The palette over a page: its field, and what answers to it. */
export class Palette {
  readonly dialog: Locator;
  readonly field: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Search and commands" });
    this.field = this.dialog.getByRole("combobox");
  }

  /** Opens it by keys, once the page hears them. */
  async openByKey(keys: string): Promise<void> {
    await expect(async () => {
      // Pressed again while it opens, a key would be typed into its field.
      if (!(await this.dialog.isVisible())) await this.page.keyboard.press(keys);
      await expect(this.dialog).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await expect(this.field).toBeFocused();
  }

  /** What is listed, in its order. */
  rows(): Locator {
    return this.dialog.getByRole("option");
  }

  row(name: string | RegExp): Locator {
    return this.dialog.getByRole("option", { name });
  }
}
