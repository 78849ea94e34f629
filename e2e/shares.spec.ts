import { expectAccessible } from "./accessible.ts";
import { noMedia } from "./media.ts";
import { openEditor, save } from "./pages/open-editor.ts";
import { callApi, expect, type Person, test } from "./person.ts";

test.skip(noMedia !== null, noMedia ?? "");
test.describe.configure({ timeout: 240_000 });

/** What a messenger reads of a page: the tags in its head. */
function tagsOf(html: string): Map<string, string> {
  const head = html.slice(0, html.indexOf("</head>"));
  const tags = [...head.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)];
  return new Map(tags.map(([, name = "", content = ""]) => [name, content.replaceAll("&amp;", "&")]));
}

const allow = (context: Parameters<typeof callApi>[0], { libraryId }: Person) =>
  callApi(context, "libraries.update", { libraryId, allowsSharing: true });

test("a moment is shared with somebody outside, who watches it until the link is revoked", async ({
  libraryPage: page,
  person,
  browser,
}) => {
  await allow(page.context(), person);
  const editor = await openEditor(page);
  await editor.seek(12);
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Name" }).fill('The <b>"meadow"</b> & more');
  await page.getByRole("textbox", { name: "Description" }).fill("Flowers by the water.");
  await save(page);
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  expect(new URL(link).pathname).toMatch(/^\/s\/[\w-]{32}$/);
  await expectAccessible(page);
  await page.screenshot({ path: "../test-results/look/share-dialog-1440.png" });

  const outside = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const visitor = await outside.newPage();
  const answer = await visitor.goto(link);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
  });
  await expect(visitor.getByRole("heading", { name: 'The <b>"meadow"</b> & more' })).toBeVisible();
  const video = visitor.locator("video");
  await expect(video).toBeVisible({ timeout: 120_000 });
  await video.evaluate((media: HTMLVideoElement) => {
    media.muted = true;
    return media.play();
  });
  await expect
    .poll(() => video.evaluate((media: HTMLVideoElement) => media.currentTime), { timeout: 30_000 })
    .toBeGreaterThan(0.5);
  await expectAccessible(visitor);
  await visitor.screenshot({ path: "../test-results/look/share-390.png" });
  await visitor.setViewportSize({ width: 1440, height: 900 });
  await visitor.screenshot({ path: "../test-results/look/share-1440.png" });

  const html = await (await outside.request.get(link)).text();
  for (const secret of [person.libraryId, person.email, "big-buck-bunny"]) expect(html).not.toContain(secret);
  const tags = tagsOf(html);
  const { origin } = new URL(link);
  expect(tags.get("og:title")).toBe("The &lt;b&gt;&quot;meadow&quot;&lt;/b&gt; & more");
  expect(tags.get("og:type")).toBe("video.other");
  expect(tags.get("og:url")).toBe(link);
  expect(tags.get("twitter:card")).toBe("player");
  expect(tags.get("twitter:player")).toBe(`${link}/embed`);
  expect(tags.get("robots")).toContain("noindex");
  for (const [name, type] of [
    ["og:image", "image/jpeg"],
    ["og:video", "video/mp4"],
  ] as const) {
    const address = tags.get(name) ?? "";
    expect(address.startsWith(`${origin}/s/`)).toBe(true);
    const part = await outside.request.get(address, { headers: { range: "bytes=0-99" } });
    expect([part.status(), part.headers()["content-type"]]).toEqual([206, type]);
  }
  const oembed =
    /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html)?.[1] ?? "";
  const embedded = await (await outside.request.get(oembed.replaceAll("&amp;", "&"))).json();
  expect(embedded).toMatchObject({ type: "video", version: "1.0" });
  const frame = await outside.request.get(`${link}/embed`);
  expect(frame.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(frame.headers()["x-frame-options"]).toBeUndefined();

  await dialog.getByRole("button", { name: "Revoke" }).click();
  // Only a link that opens something can be revoked.
  await expect(dialog.getByRole("button", { name: "Revoke" })).toHaveCount(0);
  await expect(dialog).toContainText(/· revoked/);
  await expect(dialog).toContainText("Opened once");
  expect((await visitor.goto(link))?.status()).toBe(404);
  await expect(visitor.getByRole("heading", { name: "This link leads nowhere" })).toBeVisible();
  for (const path of ["/media/clip", "/media/thumbnail", "/embed"])
    expect((await outside.request.get(link + path)).status()).toBe(404);
  await outside.close();
});

test("a link with a password asks for it, also without a script on the page", async ({
  libraryPage: page,
  person,
  browser,
}) => {
  await allow(page.context(), person);
  await openEditor(page);
  await page.keyboard.press("n");
  await save(page);
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Password" }).fill("open sesame");
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await expect(dialog).toContainText("with a password");

  const outside = await browser.newContext();
  const visitor = await outside.newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This link asks for a password" })).toBeVisible();
  expect(await visitor.content()).not.toContain("Moment 1");
  await expectAccessible(visitor);
  await visitor.screenshot({ path: "../test-results/look/share-locked-1440.png" });
  expect((await outside.request.get(`${link}/media/clip`)).status()).toBe(401);
  await visitor.getByLabel("Password").fill("wrong one");
  await visitor.getByRole("button", { name: "Open" }).click();
  await expect(visitor.getByRole("alert").first()).toBeVisible();
  await visitor.getByLabel("Password").fill("open sesame");
  await visitor.getByRole("button", { name: "Open" }).click();
  await expect(visitor.getByRole("heading", { name: "Moment 1" })).toBeVisible();
  await outside.close();

  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  const plain = await scriptless.newPage();
  await plain.goto(link);
  await expect(plain.getByRole("heading", { name: "This link asks for a password" })).toBeVisible();
  await scriptless.close();
});

test("a library that does not share says so, and where that is changed", async ({ libraryPage: page }) => {
  await openEditor(page);
  await page.keyboard.press("n");
  await save(page);
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Sharing is switched off");
  await expect(dialog.getByRole("link", { name: "To the settings of the library" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Make a link" })).toHaveCount(0);
});
