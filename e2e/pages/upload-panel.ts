import { expect, type Locator, type Page } from "@playwright/test";

/** The panel of uploads; on phones the line above the tabs and its sheet. */
export class UploadPanel {
  readonly region: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole("region", { name: "Uploads" });
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Gives a folder to the page's picker of folders. */
  async uploadFolder(path: string): Promise<void> {
    const picker = this.page.locator('input[type="file"]').last();
    await expect(picker).toBeEnabled();
    await picker.setInputFiles(path);
  }

  /** Does to the page what a person does with a file: drags it over, drops it, pastes it. */
  async bring(name: string, how: "dragenter" | "drop" | "paste"): Promise<void> {
    await this.page.evaluate(
      ({ name, how }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([name], name));
        const event =
          how === "paste"
            ? new ClipboardEvent(how, { clipboardData: transfer, bubbles: true, cancelable: true })
            : new DragEvent(how, { dataTransfer: transfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      },
      { name, how },
    );
  }

  /** Puts files in line that the page makes itself, in memory, as a drop of a flat folder would. */
  async pickMany(count: number, sizeBytes: number): Promise<void> {
    const picker = this.page.locator('input[type="file"]').first();
    await expect(picker).toBeEnabled();
    await picker.evaluate(
      async (input: HTMLInputElement, { count, sizeBytes }) => {
        const transfer = new DataTransfer();
        for (let place = 0; place < count; place += 1) {
          const bytes = new Uint8Array(sizeBytes);
          new DataView(bytes.buffer).setUint32(0, place);
          transfer.items.add(new File([bytes], `${place}.bin`, { lastModified: 1_600_000_000_000 }));
        }
        input.files = transfer.files;
        // In a task of its own, so that making the files is not taken for the page's work.
        await new Promise((resolve) => setTimeout(resolve, 100));
        performance.mark("picked");
        input.dispatchEvent(new Event("change", { bubbles: true }));
      },
      { count, sizeBytes },
    );
  }

  /** @returns how long each task of the page's own thread took since files were picked last, ms; those of under 50 ms are left out */
  async longTasks(): Promise<number[]> {
    return this.page.evaluate(async () => {
      const pickedAt = performance.getEntriesByName("picked").at(-1)?.startTime ?? 0;
      const tasks = await new Promise<PerformanceEntry[]>((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(list.getEntries());
        }).observe({ type: "longtask", buffered: true });
        // Without any the observer is never called.
        setTimeout(() => resolve([]), 1_000);
      });
      return tasks
        .filter(({ startTime, duration }) => startTime + duration > pickedAt)
        .map(({ duration }) => Math.round(duration));
    });
  }
}
