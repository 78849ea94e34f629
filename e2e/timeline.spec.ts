import { expectAccessible } from "./accessible.ts";
import { fillTimeline } from "./instance-database.ts";
import { callApi, expect, test } from "./person.ts";

const days = 900;

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("a long timeline is gone through by scrubber, keys and filters", async ({ page, person }) => {
        await fillTimeline(person.libraryId, days);
        await page.goto(`/l/${person.libraryId}/timeline`);
        await expect(page.getByRole("heading", { name: /14 October 2026/ })).toBeVisible();
        const scrubber = page.getByRole("slider", { name: "Go to a month" });
        await expect(scrubber).toHaveAttribute("aria-valuetext", "October 2026");
        await expectAccessible(page);
        await page.screenshot({ path: `../test-results/look/timeline-${colorScheme}-${width}.png` });

        const box = await scrubber.boundingBox();
        if (!box) throw new Error("The scrubber is not on the page.");
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        await expect(scrubber).toHaveAttribute("aria-valuetext", /2025/);
        await expect(page.getByRole("gridcell").getByRole("link").first()).toBeVisible();
        await page.screenshot({ path: `../test-results/look/timeline-middle-${colorScheme}-${width}.png` });

        await scrubber.focus();
        await page.keyboard.press("End");
        await expect(scrubber).toHaveAttribute("aria-valuetext", /2024/);
        await page.keyboard.press("Home");
        await expect(page.getByRole("heading", { name: /14 October 2026/ })).toBeVisible();
        await page.getByRole("button", { name: "Videos" }).click();
        await expect(page).toHaveURL(/kind=video/);
        await expect(page.getByText("Nothing here is like that.")).toBeVisible();
        await page.getByRole("button", { name: "Videos" }).click();
        await expect(page.getByRole("gridcell").getByRole("link").first()).toBeVisible();
      });
    });
  }
}

test("the page of a file opens over the timeline, and closing it leads back to its tile", async ({
  page,
  person,
}) => {
  await fillTimeline(person.libraryId, 30);
  await page.goto(`/l/${person.libraryId}/timeline`);
  const tile = page.getByRole("link", { name: "Photo 2.jpg", exact: true });
  await tile.click();
  await expect(page.getByRole("dialog", { name: "2.jpg" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(tile).toBeFocused();
});

test("what is done to very many files at once is seen on a timeline that is open", async ({
  page,
  person,
  context,
}) => {
  const { libraryId } = person;
  await fillTimeline(libraryId, 400);
  await page.goto(`/l/${libraryId}/timeline`);
  await expect(page.getByRole("link", { name: "Photo 2.jpg", exact: true })).toBeVisible();
  const fileIds: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { files: { fileId: string }[]; nextCursor: string | null } = await callApi(
      context,
      "files.list",
      { libraryId, ...(cursor && { cursor }) },
    );
    fileIds.push(...page.files.map(({ fileId }) => fileId));
    cursor = page.nextCursor;
  }
  expect(fileIds.length).toBeGreaterThan(1_000);
  await callApi(context, "trash.add", { libraryId, fileIds });
  await expect(page.getByText("Photos and videos appear here by the day they were taken")).toBeVisible();
});
