import { expect, type Locator, type Page } from "@playwright/test";

/** The transcript beside the player of the editor. */
export class TranscriptPanel {
  readonly panel: Locator;
  readonly search: Locator;
  readonly hits: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole("tabpanel", { name: "Transcript" });
    this.search = this.panel.getByRole("searchbox", { name: "Search what is said" });
    this.hits = this.panel.getByRole("search").locator("output");
  }

  async open(): Promise<void> {
    await this.page.getByRole("tab", { name: "Transcript" }).click();
    await expect(this.panel).toBeVisible();
  }

  /** Imports captions as a file of this name. */
  async import(name: string, text: string): Promise<void> {
    await this.panel
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  }

  /** A line that holds a text. */
  line(text: string): Locator {
    return this.panel.getByRole("listitem").filter({ hasText: text });
  }

  /** Goes to a line. */
  async click(text: string): Promise<void> {
    await this.line(text).getByRole("button").first().click();
  }

  /** Opens the menu of the whole transcript. */
  async menu(item: string): Promise<Locator> {
    await this.panel.getByRole("button", { name: "More of the transcript" }).click();
    return this.page.getByRole("menuitem", { name: item });
  }
}
