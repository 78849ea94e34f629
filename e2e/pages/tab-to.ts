import { expect, type Locator, type Page } from "@playwright/test";

/** Controls that one may have to step over. */
const mostSteps = 80;

/** Goes to a control as those do who have no pointer: by Tab, from wherever the focus is. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let step = 0; step < mostSteps; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
}
