import type { KnownFile } from "@alcoves/core/uploads/schema";
import { describe, expect, it, vi } from "vitest";
import { hashFile } from "./hash-file.ts";
import { createPreCheck, type PreCheckParts } from "./pre-check.ts";
import { newEntry } from "./upload-entry.ts";

const target = { libraryId: "library", folderId: null, name: "Family" };
const aFile = (text: string) => new File([text], `${text}.jpg`);

/** A library that holds some texts, and a record of what it was asked and what the queue was told. */
async function aLibrary(holds: string[], broken: Partial<PreCheckParts> = {}) {
  const files = new Map<string, KnownFile>();
  for (const text of holds) {
    const sha256 = await hashFile(aFile(text));
    const sizeBytes = text.length;
    files.set(sha256, { sha256, sizeBytes, fileId: `id of ${text}`, name: text, folder: null });
  }
  const asked = { sizes: 0, hashes: 0, files: 0 };
  const told = new Map<string, string[]>();
  const check = createPreCheck({
    hash: (file) => {
      asked.hashes += 1;
      return hashFile(file);
    },
    knownSizes: async (_, sizes) => {
      asked.sizes += 1;
      return sizes.filter((size) => holds.some((text) => text.length === size));
    },
    known: async (_, wanted) => {
      asked.files += 1;
      return wanted.flatMap(({ sha256 }) => files.get(sha256) ?? []);
    },
    isWanted: () => true,
    tell: (entryId, change) => void told.set(entryId, [...(told.get(entryId) ?? []), change.type]),
    ...broken,
  });
  const put = (text: string) => check(newEntry({ file: aFile(text), path: "" }, target, text), aFile(text));
  return {
    asked,
    put,
    drop: async (...texts: string[]) => {
      for (const text of texts) put(text);
      await vi.waitFor(
        () => {
          for (const text of texts) expect(["checked", "found"]).toContain(told.get(text)?.at(-1));
        },
        { timeout: 20_000 },
      );
      return texts.map((text) => told.get(text));
    },
  };
}

describe("looking for files that are there already", () => {
  it("hashes nothing while no file has the same size", async () => {
    const library = await aLibrary(["cat"]);
    expect(await library.drop("a dog", "a horse")).toEqual([["checked"], ["checked"]]);
    expect(library.asked).toEqual({ sizes: 1, hashes: 0, files: 0 });
  });

  it("finds the same bytes and tells other bytes of the same size apart", async () => {
    const library = await aLibrary(["cat"]);
    expect(await library.drop("cat", "dog", "horse")).toEqual([
      ["hashing", "found"],
      ["hashing", "checked"],
      ["checked"],
    ]);
  });

  it("asks for many files at once", async () => {
    const texts = Array.from({ length: 400 }, (_, place) => `photo ${place}`);
    const library = await aLibrary(texts);
    const told = await library.drop(...texts);
    expect(new Set(told.map((changes) => changes?.at(-1)))).toEqual(new Set(["found"]));
    expect(library.asked.sizes).toBe(1);
    expect(library.asked.files).toBeLessThan(200);
  });

  it.each([
    ["the server does not answer", { knownSizes: () => Promise.reject(new Error("away")) }],
    ["the server goes away meanwhile", { known: () => Promise.reject(new Error("away")) }],
    ["the browser cannot hash", { hash: async () => null }],
    ["hashing fails", { hash: () => Promise.reject(new Error("gone")) }],
  ])("lets a file be sent when %s", async (_name, broken) => {
    const library = await aLibrary(["cat"], broken);
    const [told] = await library.drop("cat");
    expect(told?.at(-1)).toBe("checked");
  });

  it("does not hash what was cancelled while it waited", async () => {
    const wanted = vi.fn((entryId: string) => entryId !== "cat");
    const library = await aLibrary(["cat", "dog"], { isWanted: wanted });
    library.put("cat");
    await library.drop("dog");
    expect(wanted).toHaveBeenCalledWith("cat");
    expect(library.asked.hashes).toBe(1);
  });
});
