import { expect, type Locator, type Page } from "@playwright/test";

/** The editor of a video or sound. */
export class EditorPage {
  readonly list: Locator;
  readonly timeline: Locator;
  readonly video: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole("tabpanel", { name: "Moments" });
    this.timeline = page.getByTestId("timeline");
    this.video = page.locator("video");
  }

  /** Waits until keys and pointers do something: the player knows its length. */
  async expectReady(): Promise<void> {
    await expect
      .poll(() => this.video.evaluate((media: HTMLVideoElement) => media.readyState), { timeout: 60_000 })
      .toBeGreaterThan(0);
    await expect(this.timeline).toBeVisible();
  }

  /** The row of a moment. */
  row(name: string): Locator {
    return this.list.getByRole("listitem").filter({ hasText: name });
  }

  /** Goes to a time, s, as the player does. */
  async seek(seconds: number): Promise<void> {
    await this.video.evaluate((media: HTMLVideoElement, to) => {
      media.currentTime = to;
    }, seconds);
    await expect
      .poll(() => this.video.evaluate((media: HTMLVideoElement) => (media.seeking ? -1 : media.currentTime)))
      .toBeCloseTo(seconds, 1);
  }

  /** Where a time is drawn on the timeline, px of the page; in the middle of its track. */
  async placeOf(ms: number): Promise<{ x: number; y: number }> {
    const box = await this.timeline.boundingBox();
    const [start, scale] = await Promise.all(
      ["data-start-ms", "data-ms-per-px"].map((name) => this.timeline.getAttribute(name)),
    );
    if (!box) throw new Error("There is no timeline.");
    return { x: box.x + (ms - Number(start)) / Number(scale), y: box.y + 26 + (box.height - 26) / 2 };
  }

  /** Drags what lies at a time to another. */
  async drag(fromMs: number, toMs: number): Promise<void> {
    const [from, to] = [await this.placeOf(fromMs), await this.placeOf(toMs)];
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }
}
