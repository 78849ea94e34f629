import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");

test("the info panel tells what people and cameras wrote, and pictures that move move", async ({
  libraryPage: page,
}) => {
  test.setTimeout(120_000);
  const library = new LibraryPage(page);
  await library.upload([
    media("metadata/rating/mongolels.jpg"),
    media("gps/DSCN0012.jpg"),
    media("formats/odd/rotating-squares.gif"),
  ]);
  for (const name of ["mongolels.jpg", "DSCN0012.jpg", "rotating-squares.gif"])
    await library.expectPicture(name);
  await library.expectSettled();
  const viewer = page.getByRole("dialog");
  const info = viewer.getByRole("complementary", { name: "Info" });
  const open = async (name: string) => {
    await library.tile(name).click();
    await expect(viewer).toBeVisible();
    // It stays as it was left.
    if (!(await info.isVisible())) await page.keyboard.press("i");
  };

  await open("mongolels.jpg");
  await expect(info.getByRole("img", { name: /star/ })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/details-rating-1440.png" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: "../test-results/look/details-rating-390.png" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press("Escape");

  await open("DSCN0012.jpg");
  await expect(info).toContainText("43.46");
  await page.screenshot({ path: "../test-results/look/details-place-1440.png" });
  await page.keyboard.press("Escape");

  await library.tile("rotating-squares.gif").click();
  const moving = viewer.getByRole("img", { name: "rotating-squares.gif" });
  await expect(moving).toHaveAttribute("src", /\/original$/);
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`settings, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("a library is switched to streams", async ({ libraryPage: page, person }) => {
      await page.goto(`/l/${person.libraryId}/settings`);
      const streams = page.getByRole("switch", { name: /stream/i });
      const saved = page.waitForResponse((answer) => answer.url().includes("libraries.update"));
      await expect(async () => {
        await streams.click();
        await expect(streams).toBeChecked({ timeout: 1_000 });
      }).toPass();
      await saved;
      await page.reload();
      await expect(streams).toBeChecked();
      await expectAccessible(page);
      await page.screenshot({
        path: `../test-results/look/library-streams-${colorScheme}.png`,
        fullPage: true,
      });
    });
  });
}
