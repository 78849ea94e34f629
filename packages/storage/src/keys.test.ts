import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { InvalidKey } from "./errors.ts";
import { assertKey, avatarKey, originalKey, posterKey, proxyKey, stagingPath, variantKey } from "./keys.ts";

const ids = {
  libraryId: "01a1fc07-03da-7681-b636-c0706d6c10ce",
  fileId: "01a1fc07-03da-7681-b636-c0706d6c10ab",
};

it("spells keys below the library and the file", () => {
  expect(originalKey(ids)).toBe(`libraries/${ids.libraryId}/ab/${ids.fileId}/original`);
  expect(variantKey({ ...ids, sourceVersion: 2, spec: "card" })).toMatch(/\/variants\/v2\/card$/);
  expect(posterKey({ ...ids, version: 3 })).toMatch(/\/poster\/v3\.webp$/);
  expect(avatarKey({ userId: ids.fileId, version: 3 })).toBe(`avatars/ab/${ids.fileId}/v3.webp`);
  expect(proxyKey({ ...ids, version: 3 })).toMatch(/\/proxy\/v3\.mp4$/);
});

it("lets no input out of the root", () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom("..", "../..", "/", "a/../../b", "%2e%2e", "a\u0000", ids.fileId),
  );
  fc.assert(
    fc.property(text, text, text, fc.integer(), (libraryId, fileId, spec, version) => {
      for (const spell of [
        () => originalKey({ libraryId, fileId }),
        () => variantKey({ ...ids, sourceVersion: version, spec }),
        () => posterKey({ libraryId, fileId, version }),
        () => avatarKey({ userId: libraryId, version }),
        () => stagingPath("/data", libraryId),
        () => {
          assertKey(spec);
          return spec;
        },
      ]) {
        try {
          const key = spell();
          expect(resolve(join("/root-of-store", key)).startsWith("/root-of-store/")).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidKey);
        }
      }
    }),
  );
});
