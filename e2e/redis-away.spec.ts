import { fate } from "./control.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");

test("without Redis people browse, see kept pictures and get new ones", async ({
  libraryPage,
  person,
  context,
}) => {
  const library = new LibraryPage(libraryPage);
  await library.upload(media("photos/nature/tanners_ridge.jpg"));
  await library.expectPicture("tanners_ridge.jpg");
  const { files } = await callApi<{ files: { pictures: { card: string; preview: string } }[] }>(
    context,
    "files.list",
    {
      libraryId: person.libraryId,
    },
  );
  const pictures = files[0]?.pictures;
  await fate("redis", "stop");
  try {
    await expect
      .poll(async () => (await (await context.request.get("/api/health")).json()).missing)
      .toEqual(["Redis"]);
    expect((await context.request.get("/api/health")).status()).toBe(200);
    expect((await context.request.get(pictures?.card ?? "")).status(), "a kept picture").toBe(200);
    const fresh = await context.request.get(pictures?.preview ?? "");
    expect(fresh.status(), "a picture that was never asked for").toBe(200);
    expect(fresh.headers()["content-type"]).toBe("image/jpeg");
    await libraryPage.reload();
    await library.expectPicture("tanners_ridge.jpg");
    await expect(libraryPage.getByText("Some work is paused: Redis does not answer")).toBeVisible({
      timeout: 60_000,
    });
    await library.upload(media("photos/nature/wood_anemones.jpg"));
    await expect(library.tile("wood_anemones.jpg")).toBeVisible();
  } finally {
    await fate("redis", "start");
  }
  // What was uploaded meanwhile is worked on without a hand.
  await expect
    .poll(
      async () => {
        const { files } = await callApi<{
          files: { name: string; work: string }[];
        }>(context, "files.list", { libraryId: person.libraryId });
        return files.find(({ name }) => name === "wood_anemones.jpg")?.work;
      },
      { timeout: 80_000 },
    )
    .toBe("done");
});
