import { expect, type Locator, type Page } from "@playwright/test";

/** A point of the window, px. */
interface Point {
  x: number;
  y: number;
}

/** The viewer over a page, as people use it by mouse, keys and fingers. */
export class ViewerPage {
  readonly dialog: Locator;
  readonly info: Locator;
  readonly strip: Locator;
  readonly video: Locator;
  /** The size of the picture against the whole of it. */
  readonly zoom: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole("dialog");
    this.info = this.dialog.getByRole("complementary", { name: "Info" });
    this.strip = this.dialog.getByRole("navigation", { name: "Files around this one" });
    this.video = this.dialog.locator("video");
    this.zoom = this.dialog.getByLabel("Zoom", { exact: true });
  }

  /** Waits until a photo has come and stands on the stage. */
  async expectPhoto(name: string): Promise<void> {
    await expect(this.photo(name)).toHaveCSS("opacity", "1");
  }

  photo(name: string): Locator {
    return this.dialog.getByRole("img", { name });
  }

  button(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }

  /** How large the picture stands there, %. */
  async zoomPercent(): Promise<number> {
    return Number.parseInt((await this.zoom.textContent()) ?? "", 10);
  }

  /** One finger that touches a point twice, as quickly as people do, however slow the machine. */
  async doubleTap({ x, y }: Point): Promise<void> {
    const touches = await this.page.context().newCDPSession(this.page);
    const now = Date.now() / 1000;
    for (const [place, type] of (["touchStart", "touchEnd", "touchStart", "touchEnd"] as const).entries()) {
      const touchPoints = type === "touchStart" ? [{ x, y }] : [];
      await touches.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp: now + place * 0.05 });
    }
    await touches.detach();
  }

  /** Fingers that go along lines at once, each from its first point to its last. */
  async touch(...fingers: [Point, Point][]): Promise<void> {
    const touches = await this.page.context().newCDPSession(this.page);
    const at = (share: number) =>
      fingers.map(([from, to], id) => ({
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
        id,
      }));
    const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: ReturnType<typeof at>) =>
      touches.send("Input.dispatchTouchEvent", { type, touchPoints });
    await send("touchStart", at(0));
    for (const share of [0.25, 0.5, 0.75, 1]) await send("touchMove", at(share));
    await send("touchEnd", []);
    await touches.detach();
  }
}
