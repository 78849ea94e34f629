import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { inEveryLook } from "./in-every-look.ts";
import { addSounds } from "./instance-database.ts";
import { noMedia } from "./media.ts";
import { openEditor } from "./pages/open-editor.ts";
import { TranscriptPanel } from "./pages/transcript-panel.ts";
import { expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");
test.describe.configure({ timeout: 240_000 });

const captions = `WEBVTT

00:01.000 --> 00:03.000
Look at the butterfly

00:05.000 --> 00:07.000
The rabbit wakes up

00:10.000 --> 00:12.500
What a lovely meadow,
full of flowers

00:15.000 --> 00:18.000
The butterfly lands on the rabbit

00:20.000 --> 00:22.000
And off it goes, the Schmetterling
`;

/** Of a file's editor, by its address. */
const fileIdOf = (page: Page) => /([0-9a-f-]{36})(?:\/edit)?(?:\?.*)?$/.exec(page.url())?.[1] ?? "";

async function openTranscript(page: Page) {
  const editor = await openEditor(page);
  const transcript = new TranscriptPanel(page);
  await transcript.open();
  return { editor, transcript };
}

test("captions are imported, searched, gone to, corrected, shown in the player, and taken away", async ({
  libraryPage: page,
}) => {
  const { editor, transcript } = await openTranscript(page);
  await expect(transcript.panel).toContainText("Nobody has written down what is said");
  await expect(page.getByRole("button", { name: "Captions", exact: true })).toHaveCount(0);
  await transcript.import("notes.txt", "Dear diary");
  await expect(page.getByText("There is no caption in this file")).toBeVisible();
  await transcript.import("film.vtt", captions.replace("00:05.000 -->", "soon -->"));
  await expect(page.getByText("4 lines imported")).toBeVisible();
  await expect(page.getByText("Line 6 was left out: its times cannot be read.")).toBeVisible();

  // Other captions ask first.
  const chooser = page.waitForEvent("filechooser");
  await (await transcript.menu("Import other captions")).click();
  await page.getByRole("dialog").getByRole("button", { name: "Import other captions" }).click();
  await (await chooser).setFiles({ name: "film.vtt", mimeType: "text/vtt", buffer: Buffer.from(captions) });
  await expect(transcript.panel.getByRole("listitem")).toHaveCount(5);

  // A click seeks, and the line that is said is marked.
  await transcript.click("What a lovely meadow");
  await expect
    .poll(() => editor.video.evaluate((media: HTMLVideoElement) => media.currentTime))
    .toBeCloseTo(10, 1);
  await expect(transcript.panel.locator("[aria-current=true]")).toContainText("What a lovely meadow");
  await editor.seek(16);
  await expect(transcript.panel.locator("[aria-current=true]")).toContainText("lands on the rabbit");

  await transcript.search.fill("BUTTERFLY");
  await expect(transcript.hits).toHaveText("1 of 2");
  await transcript.search.press("Enter");
  await transcript.search.press("Enter");
  await expect(transcript.hits).toHaveText("2 of 2");
  await expect
    .poll(() => editor.video.evaluate((media: HTMLVideoElement) => media.currentTime))
    .toBeCloseTo(15, 1);
  await transcript.panel.getByRole("button", { name: "Next line" }).click();
  await expect(transcript.hits).toHaveText("1 of 2");
  await transcript.search.fill("schmetter");
  await expect(transcript.hits).toHaveText("1 of 1");
  await transcript.search.press("Escape");
  await transcript.panel.getByRole("button", { name: "rabbit 2" }).click();
  await expect(transcript.search).toHaveValue("rabbit");
  await transcript.search.press("Escape");

  // Another page sees a correction, and whoever corrects the same is told.
  const other = await page.context().newPage();
  await other.goto(page.url());
  const theirs = new TranscriptPanel(other);
  await theirs.open();
  await theirs.line("And off it goes").getByRole("button").first().dblclick();
  const theirField = theirs.panel.getByRole("textbox", { name: "Correct the line at 0:20" });
  await theirField.fill("And off it flies, the Schmetterling");
  await transcript.line("And off it goes").hover();
  await transcript.line("And off it goes").getByRole("button", { name: "Correct the line" }).click();
  const field = transcript.panel.getByRole("textbox", { name: "Correct the line at 0:20" });
  await field.fill("Off it goes");
  await field.press("Enter");
  await expect(field).toHaveCount(0);
  await expect(transcript.line("Off it goes")).toBeVisible();
  await theirField.press("Enter");
  await expect(theirs.panel.getByRole("alert")).toContainText('it is now "Off it goes"');
  await theirField.press("Enter");
  await expect(theirField).toHaveCount(0);
  await expect(transcript.line("And off it flies")).toBeVisible();
  await other.close();
  await transcript.line("The rabbit wakes up").getByRole("button").first().dblclick();
  await page.keyboard.type("no");
  await page.keyboard.press("Escape");
  await expect(transcript.line("The rabbit wakes up")).toBeVisible();

  // The player shows them, and remembers that.
  await page.getByRole("button", { name: "Captions", exact: true }).click();
  const shown = () =>
    editor.video.evaluate((media: HTMLVideoElement) => {
      const [track] = media.textTracks;
      return `${track?.mode} ${track?.cues?.length ?? 0}`;
    });
  await expect.poll(shown).toBe("showing 5");
  await page.reload();
  await editor.expectReady();
  await expect.poll(shown).toBe("showing 5");
  await page.getByRole("button", { name: "Back to the file" }).click();
  await expect(
    page.getByRole("dialog").getByRole("button", { name: "Captions", exact: true }),
  ).toHaveAttribute("aria-pressed", "true");
  await expect.poll(shown).toBe("showing 5");
  await editor.video.evaluate((media: HTMLVideoElement) => media.pause());
  await editor.seek(11);
  await page.mouse.move(300, 300);
  await page.screenshot({ path: "../test-results/look/viewer-captions-1440.png" });
  await page.goBack();
  await editor.expectReady();
  await transcript.open();

  const download = page.waitForEvent("download");
  await (await transcript.menu("Captions (SubRip)")).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("big-buck-bunny-480p-30sec.srt");
  expect(await readFile(await file.path(), "utf8")).toContain(
    "5\n00:00:20,000 --> 00:00:22,000\nAnd off it flies, the Schmetterling\n",
  );
  await (await transcript.menu("Remove the transcript")).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the transcript" }).click();
  await expect(transcript.panel).toContainText("Nobody has written down what is said");
  await expect(page.getByRole("button", { name: "Captions", exact: true })).toHaveCount(0);
});

test("twenty thousand lines are read, searched and followed without being drawn", async ({
  libraryPage: page,
}) => {
  const { editor, transcript } = await openTranscript(page);
  const time = (ms: number) => new Date(ms).toISOString().slice(11, 23);
  const lines = Array.from(
    { length: 20_000 },
    (_, place) =>
      `${time(place * 20)} --> ${time(place * 20 + 20)}\nThis is line number ${place} of the talk\n`,
  );
  await transcript.import("long.vtt", `WEBVTT\n\n${lines.join("\n")}`);
  await expect(page.getByText("20,000 lines imported")).toBeVisible({ timeout: 60_000 });
  await expect(transcript.line("line number 0 of")).toBeVisible();
  await transcript.search.fill("number 1234 of");
  await expect(transcript.hits).toHaveText("1 of 1");
  await expect(transcript.line("line number 1234 of")).toBeVisible();
  expect(await transcript.panel.getByRole("listitem").count()).toBeLessThan(80);
  await transcript.click("line number 1234 of");
  await editor.seek(12.01);
  await expect(transcript.line("line number 600 of")).toBeInViewport();
  // Whoever scrolls away stays there.
  await transcript.line("line number 600 of").hover();
  await page.mouse.wheel(0, 5_000);
  await editor.seek(14.01);
  await expect(page.getByRole("button", { name: "Follow the player" })).toBeVisible();
  await expect(transcript.line("line number 700 of")).not.toBeInViewport();
  await page.getByRole("button", { name: "Follow the player" }).click();
  await expect(transcript.line("line number 700 of")).toBeInViewport();
});

test("transcript and sounds are accessible", async ({ libraryPage: page }) => {
  const { editor, transcript } = await openTranscript(page);
  const look = (name: string) =>
    inEveryLook(page, async (look) => {
      await expectAccessible(page);
      await page.screenshot({ path: `../test-results/look/${name}-${look}.png` });
    });
  await expect(transcript.panel).toContainText("Nobody has written down what is said");
  await look("transcript-empty");
  await transcript.import("film.vtt", captions);
  await expect(transcript.line("Look at the butterfly")).toBeVisible();
  await editor.seek(11);
  await page.getByRole("button", { name: "Captions", exact: true }).click();
  await transcript.search.fill("rabbit");
  await expect(transcript.hits).toHaveText("1 of 2");
  await look("transcript");
  await transcript.line("wakes up").hover();
  await transcript.line("wakes up").getByRole("button", { name: "Correct the line" }).click();
  await look("transcript-correct");
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Sounds" }).click();
  await expect(page.getByText("No sounds are known here")).toBeVisible();
  await addSounds(
    fileIdOf(page),
    [1, 4, 9, 13, 26].flatMap((start) => [
      { label: "Laughter", startMs: start * 1_000, endMs: start * 1_000 + 900, score: start / 40 },
      { label: "Music", startMs: start * 1_000 + 500, endMs: start * 1_000 + 3_000, score: 0.9 },
    ]),
  );
  await page.reload();
  await editor.expectReady();
  await page.getByRole("tab", { name: /^Sounds/ }).click();
  const strip = page.getByRole("button", { name: "Where Laughter is heard, first at 0:01" });
  const box = await strip.boundingBox();
  if (!box) throw new Error("There is no strip.");
  await strip.click({ position: { x: box.width * 0.99, y: box.height / 2 } });
  await expect
    .poll(() => editor.video.evaluate((media: HTMLVideoElement) => media.currentTime))
    .toBeCloseTo(26, 1);
  await strip.press("ArrowLeft");
  await expect
    .poll(() => editor.video.evaluate((media: HTMLVideoElement) => media.currentTime))
    .toBeCloseTo(13, 1);
  await expect(page.getByRole("tabpanel", { name: /^Sounds/ })).toContainText("5 times, 0:12 · 90 %");
  await look("sounds");
});
