import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What WCAG 2.2 AA asks for, as far as a machine can see it. */
export async function expectAccessible(page: Page): Promise<void> {
  // What fades in has its colours only at the end.
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations === 1);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual(
    [],
  );
}
