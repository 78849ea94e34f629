import type { BrowserContext } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");

const names = ["cyclamen_persicum.jpg", "tanners_ridge.jpg", "wood_anemones.jpg"] as const;
const paths = names.map((name) => media(`photos/nature/${name}`));

async function fileIdsOf(context: BrowserContext, libraryId: string): Promise<string[]> {
  const page = await callApi<{ files: { fileId: string }[] }>(context, "files.list", { libraryId });
  return page.files.map(({ fileId }) => fileId);
}

test("a photo is tagged and put into an album from its details, found there, and both can be undone", async ({
  libraryPage: page,
  person,
}) => {
  test.setTimeout(180_000);
  const library = new LibraryPage(page);
  await library.upload(paths);
  for (const name of names) await library.expectPicture(name);
  await library.expectSettled();

  const info = page.getByRole("complementary", { name: "Info" });
  const toasts = page.locator("[data-sonner-toast]");
  await library.tile(names[0]).click();
  await page.getByRole("button", { name: "Info", exact: true }).click();
  await info.getByRole("button", { name: "Tag", exact: true }).click();
  const picker = page.getByRole("dialog", { name: "Tag 1 item" });
  await picker.getByLabel("Find or create a tag").fill("Sea");
  await page.keyboard.press("Enter");
  await expect(picker.getByRole("checkbox", { name: "Sea" })).toBeChecked();
  await picker.getByRole("button", { name: "Apply" }).click();
  await expect(info.getByRole("link", { name: "Sea" })).toBeVisible();
  await toasts.getByText("Undo").click();
  await expect(info.getByRole("link", { name: "Sea" })).toHaveCount(0);

  await info.getByRole("button", { name: "Tag", exact: true }).click();
  await expect(picker.getByRole("checkbox", { name: "Sea" })).not.toBeChecked();
  await picker.getByText("Sea").click();
  await picker.getByRole("button", { name: "Apply" }).click();
  await info.getByRole("button", { name: "Add to album" }).click();
  await page.getByLabel("Find or create an album").fill("Summer");
  await page.keyboard.press("Enter");
  await expect(toasts.getByText("1 file added to “Summer”")).toBeVisible();

  await info.getByRole("button", { name: "Describe" }).click();
  await page.getByLabel("Description").fill("<script>alert(1)</script>");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(info.getByText("<script>alert(1)</script>")).toBeVisible();
  const favourite = info.getByRole("button", { name: "Favourite" });
  await favourite.click();
  await expect(favourite).toHaveAttribute("aria-pressed", "true");

  await page.goto(`/l/${person.libraryId}`);
  await page.getByRole("link", { name: "Favourites" }).click();
  await expect(page.getByRole("heading", { name: "Favourites", level: 1 })).toBeVisible();
  await expect(library.tile(names[0])).toBeVisible();
  await page.getByRole("link", { name: "Tags" }).click();
  await page.getByRole("link", { name: "Sea 1 file" }).click();
  await expect(page.getByRole("heading", { name: "Sea", level: 1 })).toBeVisible();
  await expect(library.tile(names[0])).toBeVisible();
  await expect(library.tile(names[1])).toHaveCount(0);
  await page.getByRole("link", { name: "Albums" }).click();
  await page.getByRole("link", { name: "Summer 1 file" }).click();
  await expect(library.tile(names[0])).toBeVisible();
});

test("tags are made, renamed, merged and deleted", async ({ libraryPage: page, person }) => {
  await page.goto(`/l/${person.libraryId}/tags`);
  const dialog = page.getByRole("dialog");
  for (const name of ["sea", "ocean", "snow"]) {
    await page.getByRole("button", { name: "New tag" }).click();
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByRole("button", { name: "Create tag" }).click();
    await expect(page.getByRole("link", { name: `${name} no files` })).toBeVisible();
  }
  const act = async (name: string, item: string) => {
    await page.getByRole("button", { name: `Actions for ${name}` }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await act("sea", "Edit tag");
  await dialog.getByLabel("Name").fill("OCEAN");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("There is a tag named")).toBeVisible();
  await dialog.getByLabel("Name").fill("Sea");
  await dialog.getByRole("radio", { name: "Blue" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Sea no files" })).toBeVisible();
  await act("ocean", "Merge with another");
  await dialog.getByLabel("Merge into").selectOption("Sea");
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("link", { name: "ocean no files" })).toHaveCount(0);
  await act("snow", "Delete tag");
  await dialog.getByRole("button", { name: "Delete tag" }).click();
  await expect(page.getByRole("list", { name: "Tags" }).getByRole("listitem")).toHaveCount(1);
});

test("an album is made in another, moved out of it, and deleted", async ({ libraryPage: page, person }) => {
  const { libraryId } = person;
  await page.goto(`/l/${libraryId}/albums`);
  const dialog = page.getByRole("dialog");
  const make = async (name: string) => {
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("Description").fill(`<b>About ${name}</b>`);
    await dialog.getByRole("button", { name: "Create album" }).click();
  };
  const act = async (item: string) => {
    await page.getByRole("button", { name: "Actions for this album" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await page.getByRole("button", { name: "New album" }).click();
  await make("Summer");
  await page.getByRole("link", { name: "Summer no files" }).click();
  await expect(page.getByText("<b>About Summer</b>")).toBeVisible();
  await act("New album in this one");
  await make("Sea");
  await page.getByRole("link", { name: "Sea no files" }).click();
  await expect(page.getByRole("heading", { name: "Sea", level: 1 })).toBeVisible();
  await act("Move to another album");
  await dialog.getByLabel("Into").selectOption("No album");
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(page.getByRole("navigation", { name: "Where you are" })).not.toContainText("Summer");
  await act("Delete album");
  await dialog.getByRole("button", { name: "Delete album" }).click();
  await expect(page.getByRole("link", { name: "Summer no files" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sea no files" })).toHaveCount(0);
});

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("tags, albums and favourites are accessible", async ({ libraryPage: page, person, context }) => {
        test.setTimeout(180_000);
        const { libraryId } = person;
        const library = new LibraryPage(page);
        await library.upload(paths);
        for (const name of names) await library.expectPicture(name);
        await library.expectSettled();
        const look = async (name: string) => {
          await expectAccessible(page);
          await page.screenshot({ path: `../test-results/look/${name}-${colorScheme}-${width}.png` });
        };
        for (const empty of ["tags", "albums", "favourites"]) {
          await page.goto(`/l/${libraryId}/${empty}`);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await look(`${empty}-empty`);
        }
        const fileIds = await fileIdsOf(context, libraryId);
        const addNames = ["Sea", "Mountains in the evening light", "Family", "Garden", "To print"];
        const { added } = await callApi<{ added: { tagId: string }[] }>(context, "tags.put", {
          libraryId,
          fileIds,
          addNames,
        });
        await callApi(context, "marks.set", { libraryId, fileIds, isFavourite: true });
        const make = (name: string, parentId: string | null = null) =>
          callApi<{ albumId: string }>(context, "albums.create", { libraryId, name, parentId });
        const { albumId } = await make("Summer in the mountains");
        for (const name of ["Spring", "An album with a long name that does not fit"]) {
          const inner = await make(name, albumId);
          await callApi(context, "albums.add", { libraryId, albumId: inner.albumId, fileIds });
        }
        await callApi(context, "albums.add", { libraryId, albumId, fileIds: fileIds.slice(0, 2) });
        await make("Nothing yet");

        const pages = {
          tags: "tags",
          tag: `tags/${added[0]?.tagId}`,
          albums: "albums",
          album: `albums/${albumId}`,
          favourites: "favourites",
        };
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(`/l/${libraryId}/${path}`);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await look(name);
        }
        await page.goto(`/l/${libraryId}/tags`);
        await page.getByRole("button", { name: "Actions for Sea" }).click();
        await page.getByRole("menuitem", { name: "Edit tag" }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await look("tag-dialog");
        await page.goto(`/l/${libraryId}?file=${fileIds[0]}`);
        await page.getByRole("button", { name: "Info", exact: true }).click();
        await page.getByRole("button", { name: "Tag", exact: true }).click();
        await expect(page.getByRole("checkbox", { name: "Sea" })).toBeChecked();
        await look("tag-picker");
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Add to album" }).click();
        await expect(page.getByRole("button", { name: /Spring/ })).toBeVisible();
        await look("album-picker");
      });
    });
  }
}
