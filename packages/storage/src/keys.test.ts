import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { InvalidKey } from "./errors.ts";
import {
  assertKey,
  avatarKey,
  filePrefixes,
  momentClipKey,
  momentPosterKey,
  motionKey,
  originalKey,
  posterKey,
  proxyKey,
  spritesKey,
  stagingPath,
  streamKey,
  variantKey,
  waveformKey,
} from "./keys.ts";

const ids = {
  libraryId: "01a1fc07-03da-7681-b636-c0706d6c10ce",
  fileId: "01a1fc07-03da-7681-b636-c0706d6c10ab",
};

it("spells keys below the scope, the library and the file", () => {
  expect(originalKey(ids)).toBe(`files/${ids.libraryId}/ab/${ids.fileId}/original`);
  expect(variantKey({ ...ids, version: "2-1f0c2a9b", spec: "card" })).toBe(
    `cache/${ids.libraryId}/ab/${ids.fileId}/variants/v2-1f0c2a9b/card`,
  );
  expect(filePrefixes(ids).every((prefix) => prefix.endsWith(`/ab/${ids.fileId}/`))).toBe(true);
  expect(posterKey({ ...ids, version: 3 })).toMatch(/\/poster\/v3\.webp$/);
  expect(avatarKey({ userId: ids.fileId, version: 3 })).toBe(`avatars/ab/${ids.fileId}/v3.webp`);
  expect(motionKey({ ...ids, version: 3 })).toMatch(/^cache\/.*\/motion\/v3\.mp4$/);
  const clip = momentClipKey({ ...ids, momentId: ids.libraryId, version: 3 });
  expect(clip).toBe(`cache/${ids.libraryId}/ab/${ids.fileId}/moments/${ids.libraryId}/v3.mp4`);
  const poster = momentPosterKey({ ...ids, momentId: ids.libraryId, version: 3 });
  expect(poster).toBe(`cache/${ids.libraryId}/ab/${ids.fileId}/moments/${ids.libraryId}/v3.jpg`);
  expect(proxyKey({ ...ids, version: 3 })).toMatch(/\/proxy\/v3\.mp4$/);
  expect(spritesKey({ ...ids, version: 3, part: "index" })).toMatch(/\/sprites\/v3\.json$/);
  expect(waveformKey({ ...ids, version: 3 })).toMatch(/\/waveform\/v3\.peaks$/);
  expect(streamKey({ ...ids, version: 3, part: "master" })).toMatch(/\/hls\/v3\/master\.m3u8$/);
  const segments = streamKey({ ...ids, version: 3, part: { rendition: "720p", part: "media" } });
  expect(segments).toMatch(/\/hls\/v3\/720p\/media\.mp4$/);
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
        () => variantKey({ ...ids, version: `${version}-1f0c2a9b`, spec }),
        () => variantKey({ ...ids, version: fileId, spec: "card" }),
        () => posterKey({ libraryId, fileId, version }),
        () => spritesKey({ libraryId, fileId, version, part: "sheet" }),
        () => waveformKey({ libraryId, fileId, version }),
        () => momentClipKey({ ...ids, momentId: libraryId, version }),
        () => momentPosterKey({ ...ids, momentId: libraryId, version }),
        () => streamKey({ ...ids, version: 1, part: { rendition: spec, part: "index" } }),
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
