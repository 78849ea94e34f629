import { readFileSync } from "node:fs";
import { expectAccessible } from "./accessible.ts";
import { inEveryLook } from "./in-every-look.ts";
import { noMedia } from "./media.ts";
import { openEditor, save } from "./pages/open-editor.ts";
import { expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");
test.describe.configure({ timeout: 240_000 });

/** Names of the entries of an archive, as its central directory lists them (APPNOTE.TXT, 4.3.12). */
function entriesOf(path: string): string[] {
  const bytes = readFileSync(path);
  const names: string[] = [];
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 46))
    names.push(bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28)));
  return names;
}

test("all moments of a library are found by words, and downloaded together though nobody had exported them", async ({
  libraryPage: page,
  person,
}) => {
  const editor = await openEditor(page);
  for (const [seconds, name] of [
    [2, "The butterfly"],
    [8, "The rabbit yawns"],
    [15, "Butterflies again"],
  ] as const) {
    await editor.seek(seconds);
    await page.getByRole("button", { name: "New moment" }).click();
    await page.getByRole("textbox", { name: "End" }).fill(`0:${String(seconds + 1).padStart(2, "0")}.000`);
    await page.getByRole("textbox", { name: "End" }).press("Enter");
    await page.getByRole("textbox", { name: "Name" }).fill(name);
  }
  await save(page);
  await page.goto(`/l/${person.libraryId}`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Moments" }).click();

  const cards = page.getByRole("list", { name: "Moments" }).getByRole("listitem");
  await expect(cards).toHaveCount(3);
  await page.getByRole("searchbox", { name: "Search moments" }).fill("butterfl");
  await expect(cards).toHaveCount(2);
  await expect(page).toHaveURL(/q=butterfl/);
  await page.reload();
  await expect(cards).toHaveCount(2);
  await inEveryLook(page, async (look) => {
    await expectAccessible(page);
    await page.screenshot({ path: `../test-results/look/moments-${look}.png` });
  });

  for (const name of ["The butterfly", "Butterflies again"])
    await page.getByRole("button", { name: `Select ${name}` }).click({ force: true });
  const download = page.waitForEvent("download", { timeout: 180_000 });
  await page.getByRole("button", { name: "Download as ZIP" }).click();
  await expect(page.getByText("The download starts by itself.")).toBeVisible();
  const archive = await download;
  expect(entriesOf(await archive.path())).toEqual(["The butterfly.mp4", "Butterflies again.mp4"]);
  await expect(cards.getByText("ready")).toHaveCount(2);

  await cards.getByRole("link", { name: "The butterfly" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("The butterfly");
});
