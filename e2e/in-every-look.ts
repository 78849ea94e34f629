import type { Page } from "@playwright/test";

/** Does something in both themes, wide and as on a phone; the page keeps what it shows. */
export async function inEveryLook(
  page: Page,
  look: (name: string, widthPx: number) => Promise<void>,
): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await look(`${colorScheme}-${width}`, width);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
