import { expect, type Locator } from "@playwright/test";

/** Clicks a button of a page that has just loaded: before React knows it, a click would be lost. */
export async function clickWhenAlive(button: Locator): Promise<void> {
  await expect
    .poll(() =>
      button.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps"))),
    )
    .toBe(true);
  await button.click();
}
