import { openAsBlob } from "node:fs";
import type { AppUnderTest } from "./app-under-test.ts";

/** As the app: hashes at once, and files in one question. */
const hashesAtOnce = 3;
const filesAtOnce = 500;

/**
 * Does what the app does before it sends files: asks for their sizes, hashes those whose size is there, asks for their SHA-256.
 * @returns how many of them the library has already
 */
export async function countKnown(app: AppUnderTest, paths: readonly string[]): Promise<number> {
  const blobs = await Promise.all(paths.map((path) => openAsBlob(path)));
  const { sizes } = await ask<{ sizes: number[] }>(app, "knownSizes", {
    sizes: [...new Set(blobs.map(({ size }) => size))],
  });
  const wanted = blobs.filter(({ size }) => sizes.includes(size));
  let known = 0;
  let hashed: { sha256: string; sizeBytes: number }[] = [];
  const askForHashed = async () => {
    const files = hashed;
    hashed = [];
    if (files.length > 0) known += (await ask<{ files: unknown[] }>(app, "known", { files })).files.length;
  };
  let next = 0;
  const hashSome = async () => {
    for (let blob = wanted[next++]; blob; blob = wanted[next++]) {
      const digest = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
      hashed.push({ sha256: Buffer.from(digest).toString("hex"), sizeBytes: blob.size });
      if (hashed.length === filesAtOnce) await askForHashed();
    }
  };
  await Promise.all(Array.from({ length: hashesAtOnce }, hashSome));
  await askForHashed();
  return known;
}

async function ask<Answer>({ url, token, libraryId }: AppUnderTest, name: string, input: object) {
  const answer = await fetch(`${url}/api/trpc/uploads.${name}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ json: { libraryId, ...input } }),
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  const { result } = (await answer.json()) as { result: { data: { json: Answer } } };
  return result.data.json;
}
