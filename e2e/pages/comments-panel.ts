import { expect, type Locator, type Page } from "@playwright/test";

/** The comments beside the player of the editor. */
export class CommentsPanel {
  readonly panel: Locator;
  readonly tab: Locator;
  readonly composer: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole("tabpanel", { name: /^Comments/ });
    this.tab = page.getByRole("tab", { name: /^Comments/ });
    this.composer = page.getByRole("textbox", { name: /^Comment (at|on)/ });
  }

  async open(): Promise<void> {
    await this.tab.click();
    await expect(this.composer).toBeVisible();
  }

  /** The thread that something stands in. */
  thread(text: string): Locator {
    return this.panel.locator("[data-comment]").filter({ hasText: text });
  }

  /** Writes at the playhead and sends it by keys. */
  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Control+Enter");
    await expect(this.thread(text)).toBeVisible();
    await expect(this.composer).toHaveValue("");
  }

  /** Opens the menu of the comment of somebody, and chooses. */
  async choose(thread: Locator, name: string, item: string): Promise<void> {
    await thread.getByRole("button", { name: `More about the comment of ${name}` }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }
}
