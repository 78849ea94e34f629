import { expectAccessible } from "./accessible.ts";
import { fate } from "./control.ts";
import { asInstanceOwner } from "./instance-owner.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");

/** Bytes that begin as a JPEG does and go no further. */
const broken = {
  name: "broken.jpg",
  mimeType: "image/jpeg",
  buffer: Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb", "hex"),
};

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("the owner of the instance looks after its jobs, also while Redis is away", async ({
        libraryPage: page,
        person,
      }) => {
        test.setTimeout(180_000);
        const look = async (name: string) => {
          await expectAccessible(page);
          const path = `../test-results/look/jobs-${name}-${colorScheme}-${width}.png`;
          await page.screenshot({ path, fullPage: true });
        };
        const library = new LibraryPage(page);
        await library.upload(media("photos/nature/tanners_ridge.jpg"));
        await library.expectPicture("tanners_ridge.jpg");
        await library.upload(broken);
        await expect(library.tile("broken.jpg")).toBeVisible();
        await asInstanceOwner(person.email, async () => {
          await page.goto("/admin/jobs");
          const queues = page.getByRole("list", { name: "Queues" });
          const pictures = queues.getByRole("listitem").filter({ hasText: /^Pictures(?! on)/ });
          await expect(page.getByRole("progressbar", { name: "Pictures", exact: true })).toBeVisible();
          await expect(page.getByRole("list", { name: "Workers" })).toContainText("process");
          const jobs = page.getByRole("list", { name: "In the queues" });
          const failed = jobs.getByRole("listitem").filter({ hasText: "broken.jpg" }).first();
          await expect(failed).toContainText("damaged", { timeout: 30_000 });
          await look("failed");
          await failed.scrollIntoViewIfNeeded();
          await look("list");

          await pictures.getByRole("button", { name: "Pause Pictures" }).click();
          await expect(pictures).toContainText("Paused");
          await jobs.getByRole("button", { name: "Retry: Pictures, broken.jpg" }).first().click();
          await page.getByLabel("State").selectOption("Waiting");
          await expect(jobs).toContainText("broken.jpg");
          await page.reload();
          await expect(pictures).toContainText("Paused");
          await pictures.getByRole("button", { name: "More for Pictures" }).click();
          await page.getByRole("menuitem", { name: "Remove the waiting…" }).click();
          const question = page.getByRole("dialog");
          await expect(question.getByRole("button", { name: "Remove" })).toBeDisabled();
          await look("purge");
          await question.getByLabel("Type “Pictures” to go on").fill("Pictures");
          await question.getByRole("button", { name: "Remove" }).click();
          await expect(question).toBeHidden();
          await pictures.getByRole("button", { name: "Resume Pictures" }).click();
          await expect(pictures).not.toContainText("Paused");

          await fate("redis", "stop");
          try {
            await expect(page.getByText("Queues stand still")).toBeVisible({ timeout: 20_000 });
            await expect(page.getByRole("progressbar", { name: "Pictures", exact: true })).toBeVisible();
            await look("redis-away");
          } finally {
            await fate("redis", "start");
          }
          await expect(page.getByText("Queues stand still")).toBeHidden({ timeout: 30_000 });
          await expect(page.getByRole("list", { name: "Workers" })).toContainText("process", {
            timeout: 30_000,
          });
          await page.goto("/admin/audit");
          await expect(page.getByText("resumed the queue file-variants").first()).toBeVisible();
        });
      });
    });
  }
}
