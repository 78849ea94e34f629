import type { Locator } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { expect, test } from "./person.ts";

/** Nothing of the picture lies under the panel: it is above it, or left of it. */
async function expectBeside(picture: Locator, panel: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const [seen, beside] = [await picture.boundingBox(), await panel.boundingBox()];
      if (!seen || !beside) return "not shown";
      const isBeside = seen.y + seen.height <= beside.y || seen.x + seen.width <= beside.x;
      return isBeside ? "beside" : "under it";
    })
    .toBe("beside");
}

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("the doors are accessible", async ({ page }) => {
        for (const path of ["/register", "/sign-in"]) {
          await page.goto(path);
          await expect(page.getByRole("heading").first()).toBeVisible();
          await expectAccessible(page);
          await page.screenshot({ path: `../test-results/look${path}-${colorScheme}-${width}.png` });
        }
      });

      test("library, viewer and settings are accessible", async ({ libraryPage: page }) => {
        test.skip(noMedia !== null, noMedia ?? "");
        const library = new LibraryPage(page);
        await expect(page.getByText("Drop photos and videos here")).toBeVisible();
        await page.screenshot({ path: `../test-results/look/empty-${colorScheme}-${width}.png` });
        await page.goto(`${page.url()}?file=00000000-0000-7000-8000-000000000000`);
        await expect(page.getByRole("heading", { name: "This file is not here" })).toBeVisible();
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/missing-file-${colorScheme}-${width}.png` });
        await page.getByRole("button", { name: "Back", exact: true }).click();
        await expect(page.getByText("Drop photos and videos here")).toBeVisible();
        const names = [
          "cyclamen_persicum",
          "el_torcal_rocks",
          "notocactus_minimus",
          "orychophragmus_violaceus",
          "polemonium_reptans",
          "tanners_ridge",
          "wood_anemones",
        ];
        await library.upload([
          ...names.map((name) => media(`photos/nature/${name}.jpg`)),
          media("video/with-gps.mp4"),
        ]);
        for (const name of names) await library.expectPicture(`${name}.jpg`);
        await library.expectPicture("with-gps.mp4");
        await library.expectSettled();
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/library-${colorScheme}-${width}.png` });
        await library.tile("tanners_ridge.jpg").click();
        const viewer = page.getByRole("dialog");
        await expect(viewer).toBeVisible();
        await page.keyboard.press("i");
        const info = viewer.getByRole("complementary", { name: "Info" });
        await expect(info).toContainText("25 September 2023");
        const picture = viewer.getByRole("img", { name: "tanners_ridge.jpg" });
        await expect(picture).toHaveCSS("opacity", "1");
        await expectBeside(picture, info);
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/viewer-${colorScheme}-${width}.png` });
        for (const [path, heading] of [
          ["/settings", "Profile"],
          ["/settings/security", "Sessions"],
          ["/settings/tokens", "Access tokens"],
        ] as const) {
          await page.goto(path);
          await expect(page.getByRole("heading", { name: heading })).toBeVisible();
          await expectAccessible(page);
          const name = path.slice(1).replace("/", "-");
          await page.screenshot({ path: `../test-results/look/${name}-${colorScheme}-${width}.png` });
        }
      });
    });
  }
}
