import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { fillPlaces } from "./instance-database.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { expect, test } from "./person.ts";

const vienna = { latitude: 48.2082, longitude: 16.3738 };
const bratislava = { latitude: 48.1486, longitude: 17.1077 };
const auckland = { latitude: -36.8485, longitude: 174.7633 };
const places = [vienna, vienna, bratislava, auckland];

const marker = (page: Page, name: string | RegExp) =>
  page.getByRole("region", { name: "Map", exact: true }).getByRole("button", { name });
const canvas = (page: Page) => page.getByRole("region", { name: "Map of the world" });
const list = (page: Page) => page.getByRole("grid", { name: "Photos and videos in view" });

/** What a page did that no page of ours may do: it asked another origin, or its policy stopped it. */
async function watchPage(page: Page): Promise<string[]> {
  const { origin } = new URL(process.env.ALCOVES_E2E_URL ?? "");
  const seen: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.origin !== origin && url.origin !== "null") seen.push(request.url());
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) seen.push(message.text());
  });
  page.on("pageerror", (error) => seen.push(error.message));
  return seen;
}

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("a map shows what lies where, from our own origin alone", async ({ page, person }) => {
        const wrong = await watchPage(page);
        await fillPlaces(person.libraryId, places);
        await page.goto(`/l/${person.libraryId}/map`);
        await expect(marker(page, /^3 files near 48\.19° N, 16\.62° E$/)).toBeVisible();
        await expect(marker(page, /^1 file near 36\.85° S/)).toBeVisible();
        await expect(list(page).getByRole("link")).toHaveCount(4);
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/map-${colorScheme}-${width}.png` });

        await marker(page, /^3 files/).click();
        await expect(list(page).getByRole("link")).toHaveCount(3);
        await expect(canvas(page)).toBeFocused();
        await expect(page).toHaveURL(/at=/);
        await page.screenshot({ path: `../test-results/look/map-near-${colorScheme}-${width}.png` });
        expect(wrong).toEqual([]);
      });
    });
  }
}

test("the file of a marker opens, and Back leads to the same place of the map", async ({ page, person }) => {
  await fillPlaces(person.libraryId, places);
  await page.goto(`/l/${person.libraryId}/map?at=8/48.2/16.7`);
  await marker(page, /^1 file near 48\.15° N/).click();
  await expect(page.getByRole("dialog", { name: "3.jpg" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(list(page).getByRole("link", { name: "3.jpg" })).toBeFocused();
  await expect(page).toHaveURL(/at=8\/48\.2\/16\.7$/);
  await expect(marker(page, /^2 files near 48\.21° N/)).toBeVisible();
  await page.reload();
  await expect(marker(page, /^2 files near 48\.21° N/)).toBeVisible();
});

test("a file shows where it was taken, and leads to the map there", async ({ page, person }) => {
  const wrong = await watchPage(page);
  await fillPlaces(person.libraryId, places);
  await page.goto(`/l/${person.libraryId}/map`);
  await marker(page, /^1 file near 36\.85° S/).click();
  await expect(page.getByRole("dialog", { name: "4.jpg" })).toBeVisible();
  await page.keyboard.press("i");
  const there = page.getByRole("link", { name: "Show on the map" });
  await expect(there).toBeVisible();
  await there.scrollIntoViewIfNeeded();
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/mini-map.png" });
  await there.click();
  await expect(page).toHaveURL(/at=10\/-36\.8485\/174\.7633$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(marker(page, /^1 file near 36\.85° S/)).toBeVisible();
  expect(wrong).toEqual([]);
});

test("it is moved by keys alone, which the list of shortcuts tells", async ({ page, person }) => {
  await fillPlaces(person.libraryId, places);
  await page.goto(`/l/${person.libraryId}/map?at=3/0/0`);
  await expect(canvas(page)).toBeVisible();
  await canvas(page).focus();
  const zoom = () => Number(/at=([\d.]+)/.exec(page.url())?.[1]);
  const longitude = () => Number(/at=[^/]+\/[^/]+\/([-\d.]+)/.exec(page.url())?.[1]);
  await page.keyboard.press("+");
  await expect.poll(zoom).toBe(4);
  await page.keyboard.press("-");
  await expect.poll(zoom).toBe(3);
  await page.keyboard.press("ArrowRight");
  await expect.poll(longitude).toBeGreaterThan(5);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(longitude).toBeCloseTo(0, 0);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toContainText("Go north");
  await expect(help).toContainText("Nearer");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Show all places" }).press("Enter");
  await expect(marker(page, /^3 files/)).toBeVisible();
  await marker(page, /^3 files/).focus();
  await page.keyboard.press("Enter");
  await expect(canvas(page)).toBeFocused();
  await expect.poll(zoom).toBeGreaterThan(3);
});

test("what lies over the antimeridian is seen from both sides of it", async ({ page, person }) => {
  await fillPlaces(person.libraryId, [
    { latitude: -17, longitude: 179.5 },
    { latitude: -17, longitude: -179.5 },
  ]);
  await page.goto(`/l/${person.libraryId}/map?at=7/-17/180`);
  await expect(marker(page, /179\.50° E$/)).toBeVisible();
  await expect(marker(page, /179\.50° W$/)).toBeVisible();
  const [east, west] = [
    await marker(page, /179\.50° E$/).boundingBox(),
    await marker(page, /179\.50° W$/).boundingBox(),
  ];
  const apartPx = (west?.x ?? 0) - (east?.x ?? 0);
  expect(Math.abs(apartPx - (512 * 2 ** 7) / 360), "one degree apart").toBeLessThan(2);
  await expect(list(page).getByRole("link")).toHaveCount(2);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("markers are tapped, and the list below follows", async ({ page, person }) => {
    await fillPlaces(person.libraryId, places);
    await page.goto(`/l/${person.libraryId}/map`);
    await marker(page, /^3 files/).tap();
    await expect(list(page).getByRole("link")).toHaveCount(3);
    await list(page).getByRole("link", { name: "3.jpg" }).tap();
    await expect(page.getByRole("dialog", { name: "3.jpg" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page).toHaveURL(/at=/);
  });
});

test("an empty map says what will be here, and what comes in with a place shows by itself", async ({
  page,
  person,
}) => {
  test.skip(noMedia !== null, noMedia ?? "");
  await page.goto(`/l/${person.libraryId}/map`);
  await expect(page.getByText("know where they were taken appear here on a map")).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/map-empty-1440.png" });
  // Meanwhile it comes in elsewhere.
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(`/l/${person.libraryId}`);
  await new LibraryPage(elsewhere).upload(media("video/with-gps.mp4"));
  await expect(marker(page, /^1 file near/)).toBeVisible({ timeout: 60_000 });
  await expect(list(page).getByRole("link", { name: "with-gps.mp4" })).toBeVisible();
});

test("without WebGL the list stands alone", async ({ page, person }) => {
  await fillPlaces(person.libraryId, places);
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    Reflect.set(
      HTMLCanvasElement.prototype,
      "getContext",
      function (this: HTMLCanvasElement, ...args: [string]) {
        return args[0].startsWith("webgl") ? null : Reflect.apply(getContext, this, args);
      },
    );
  });
  await page.goto(`/l/${person.libraryId}/map`);
  await expect(page.getByText("This browser cannot draw the map")).toBeVisible();
  await expect(list(page).getByRole("link")).toHaveCount(4);
});
