import { expectAccessible } from "./accessible.ts";
import { inEveryLook } from "./in-every-look.ts";
import { noMedia } from "./media.ts";
import { openEditor, save } from "./pages/open-editor.ts";
import { TranscriptPanel } from "./pages/transcript-panel.ts";
import { expect, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");
test.describe.configure({ timeout: 240_000 });

const captions = `WEBVTT

00:02.000 --> 00:04.000
Wow, look at that butterfly

00:09.000 --> 00:11.000
The rabbit wakes up

00:12.000 --> 00:14.000
Oh my god, what a rabbit

00:20.000 --> 00:22.000
And the butterfly is gone
`;

test("a highlight finds what is said, says where its expression is wrong, and becomes moments", async ({
  libraryPage: page,
}) => {
  const editor = await openEditor(page);
  await page.getByRole("tab", { name: "Highlights" }).click();
  const panel = page.getByRole("tabpanel", { name: "Highlights" });
  await expect(panel).toContainText("There is nothing to look through yet");
  const transcript = new TranscriptPanel(page);
  await transcript.open();
  await transcript.import("film.vtt", captions);
  await expect(transcript.line("Wow, look")).toBeVisible();

  await page.getByRole("tab", { name: "Highlights" }).click();
  await panel.getByRole("button", { name: "Reactions" }).click();
  const matches = panel.getByRole("list", { name: "Matches of Reactions" }).getByRole("listitem");
  await expect(matches).toHaveCount(2);
  await expect(matches.first()).toContainText("“Wow, look at that butterfly”");

  await panel.getByRole("button", { name: "New highlight" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Rabbit meets butterfly");
  const expression = dialog.getByRole("textbox", { name: "What to look for" });
  await expression.fill("sound:rabbit");
  await expect(dialog.getByRole("alert")).toContainText("sound is none of audio, word, keyword and text");
  await expression.fill("word:rabbit & word:butterfly:");
  await expect(dialog.getByRole("alert")).toContainText("A least score from 0 to 100 is missing here");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog).toBeVisible();
  await expression.fill("word:rabbit & word:butterfly");
  await expect(dialog.getByRole("status")).toHaveText("1 match");
  await dialog.getByRole("textbox", { name: /within, seconds/ }).fill("10");
  await expect(dialog.getByRole("status")).toHaveText("1 match");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(panel.getByRole("button", { name: /Rabbit meets butterfly/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  await panel.getByRole("button", { name: /^Reactions/ }).click();
  await expect(panel).toContainText(/2 matches · 0:0\d\.\d{3} in all/);
  await matches.nth(1).getByRole("button").first().click();
  await expect
    .poll(() => editor.video.evaluate((media: HTMLVideoElement) => media.currentTime))
    .toBeCloseTo(12, 1);
  await inEveryLook(page, async (look) => {
    await expectAccessible(page);
    await page.screenshot({ path: `../test-results/look/highlights-${look}.png` });
  });
  await panel.getByRole("button", { name: "Make moments of all" }).click();
  await expect(page.getByText("2 moments made. Save to keep them.")).toBeVisible();
  await panel.getByRole("button", { name: "Make moments of all" }).click();
  await expect(page.getByText("All of them are moments already.")).toBeVisible();
  await save(page);
  await page.getByRole("tab", { name: /^Moments/ }).click();
  await expect(editor.row("Reactions 1")).toContainText("0:01.000 – 0:05.000");
  await expect(editor.row("Reactions 2")).toBeVisible();

  await page.getByRole("tab", { name: "Highlights" }).click();
  await panel.getByRole("button", { name: "More for highlights" }).click();
  await page.getByRole("menuitem", { name: "Delete highlight" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete highlight" }).click();
  await expect(panel.getByRole("button", { name: /^Reactions/ })).toHaveCount(0);
});
