import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { fate } from "./control.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { callApi, expect, type Person, test } from "./person.ts";

interface Listed {
  fileId: string;
  name: string;
  work: string;
  /** Null when all is done. */
  jobs: { proxy: { status: string; progress: number } } | null;
}

async function findFile(context: BrowserContext, { libraryId }: Person, name: string) {
  const { files } = await callApi<{ files: Listed[] }>(context, "files.list", { libraryId });
  return files.find((file) => file.name === name);
}

async function hashOf(context: BrowserContext, { libraryId }: Person, fileId: string) {
  const { sha256 } = await callApi<{ sha256: string | null }>(context, "files.get", { libraryId, fileId });
  return sha256;
}

test("an upload goes on after the web process was killed in the middle of it", async ({
  libraryPage,
  person,
  context,
}) => {
  const bytes = randomBytes(40 * 1024 * 1024);
  const library = new LibraryPage(libraryPage);
  // A slow line leaves time to pull the plug.
  const network = await context.newCDPSession(libraryPage);
  const slow = { offline: false, latency: 5, downloadThroughput: -1, uploadThroughput: 8 * 1024 * 1024 };
  await network.send("Network.emulateNetworkConditions", slow);
  await library.upload({ name: "large.bin", mimeType: "application/octet-stream", buffer: bytes });
  await expect(library.uploads.getByRole("progressbar").first()).toBeVisible();
  await libraryPage.waitForTimeout(1_500);
  await fate("web", "kill");
  await network.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  await expect
    .poll(() => findFile(context, person, "large.bin").catch(() => undefined), { timeout: 60_000 })
    .toBeDefined();
  const file = await findFile(context, person, "large.bin");
  expect(await hashOf(context, person, file?.fileId ?? "")).toBe(
    createHash("sha256").update(bytes).digest("hex"),
  );
});

test("an upload goes on by itself after the page was loaded anew", async ({
  libraryPage,
  person,
  context,
}) => {
  const bytes = randomBytes(30 * 1024 * 1024);
  const library = new LibraryPage(libraryPage);
  const network = await context.newCDPSession(libraryPage);
  const slow = { offline: false, latency: 5, downloadThroughput: -1, uploadThroughput: 6 * 1024 * 1024 };
  await network.send("Network.emulateNetworkConditions", slow);
  libraryPage.on("dialog", (dialog) => void dialog.accept());
  await library.upload({ name: "reloaded.bin", mimeType: "application/octet-stream", buffer: bytes });
  await expect(library.uploads).toContainText("reloaded.bin");
  await libraryPage.waitForTimeout(1_500);
  await libraryPage.reload();
  await network.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  await expect
    .poll(() => findFile(context, person, "reloaded.bin").catch(() => undefined), { timeout: 60_000 })
    .toBeDefined();
  const file = await findFile(context, person, "reloaded.bin");
  expect(await hashOf(context, person, file?.fileId ?? "")).toBe(
    createHash("sha256").update(bytes).digest("hex"),
  );
});

test("a transcode is completed after the worker was killed in the middle of it", async ({
  libraryPage,
  person,
  context,
}) => {
  test.setTimeout(180_000);
  const path = join(mkdtempSync(join(tmpdir(), "alcoves-e2e-")), "long.avi");
  execFileSync("ffmpeg", [
    ...["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=30:duration=60"],
    ...["-c:v", "mpeg4", "-q:v", "4", "-y", path],
  ]);
  const library = new LibraryPage(libraryPage);
  await library.upload(path);
  await expect
    .poll(async () => (await findFile(context, person, "long.avi"))?.jobs?.proxy.status, { timeout: 60_000 })
    .toBe("processing");
  await fate("worker", "kill");
  await expect
    .poll(async () => (await findFile(context, person, "long.avi"))?.work, { timeout: 150_000 })
    .toBe("done");
  const proxyUrl = await callApi<{ playback: { source: string; url: string }[] }>(context, "files.get", {
    libraryId: person.libraryId,
    fileId: (await findFile(context, person, "long.avi"))?.fileId,
  }).then(({ playback }) => playback.find(({ source }) => source === "proxy")?.url ?? "");
  const answer = await context.request.get(proxyUrl, { headers: { range: "bytes=0-99" } });
  expect(answer.status()).toBe(206);
});
