import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { addPerson, startTestInstance } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { createAlcovesClient } from "./create-client.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const run = promisify(execFile);
const example = fileURLToPath(new URL("../examples/upload.ts", import.meta.url));

async function photo(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "alcoves-client-")), "note.txt");
  await writeFile(path, "hello");
  return path;
}

it("the example signs in with a token, lists the library and uploads a file", async () => {
  const ada = await addPerson(instance);
  const options = { cwd: fileURLToPath(new URL("..", import.meta.url)) };
  const args = ["--import", "tsx", example, instance.url, ada.token, await photo()];
  const { stdout } = await run(process.execPath, args, options);
  expect(stdout).toContain("Ada uploads into My Library, which holds 0 files");
  expect(stdout).toMatch(/note\.txt is file [0-9a-f-]{36}, 5 bytes/);
});

it("a revoked token is refused with a sentence", async () => {
  const ada = await addPerson(instance);
  const { api } = createAlcovesClient({ url: instance.url, token: "alc_nothing" });
  await expect(api.accounts.me.query()).rejects.toThrow("Sign in to do that.");
  const alcoves = createAlcovesClient({ url: instance.url, token: ada.token });
  await expect(
    alcoves.upload({
      source: Buffer.from("x"),
      name: "x",
      libraryId: "00000000-0000-4000-8000-000000000000",
    }),
  ).rejects.toThrow("This library does not exist");
});

it("fetches a file by the address that the API gave", async () => {
  const ada = await addPerson(instance);
  const alcoves = createAlcovesClient({ url: instance.url, token: ada.token });
  const fileId = await alcoves.upload({
    source: Buffer.from("hello"),
    name: "a.txt",
    libraryId: ada.libraryId,
  });
  const { downloadUrl } = await alcoves.api.files.get.query({ libraryId: ada.libraryId, fileId });
  expect(await (await alcoves.fetch(downloadUrl)).text()).toBe("hello");
});
