import fc from "fast-check";
import { expect, it } from "vitest";
import {
  avatarKey,
  momentClipKey,
  momentPosterKey,
  originalKey,
  posterKey,
  proxyKey,
  variantKey,
} from "./keys.ts";
import { readKey } from "./read-key.ts";

const named = fc.record({ libraryId: fc.uuid(), fileId: fc.uuid(), version: fc.nat({ max: 999_999_999 }) });

it("reads back what keys.ts spells", () => {
  fc.assert(
    fc.property(named, ({ libraryId, fileId, version }) => {
      const ids = { libraryId, fileId };
      expect(readKey(originalKey(ids))).toEqual({ scope: "files", ...ids });
      expect(readKey(avatarKey({ userId: fileId, version }))).toEqual({
        scope: "avatars",
        userId: fileId,
        version,
      });
      const moment = { ...ids, momentId: libraryId, version };
      expect(readKey(momentClipKey(moment))).toEqual({ scope: "moments", ...moment, part: "clip" });
      expect(readKey(momentPosterKey(moment))).toEqual({ scope: "moments", ...moment, part: "poster" });
      for (const [part, key] of [
        ["poster", posterKey({ ...ids, version })],
        ["proxy", proxyKey({ ...ids, version })],
        ["variants", variantKey({ ...ids, version: `${version}-0123abcd`, spec: "w10-h10-inside-q80.webp" })],
      ] as const) {
        expect(readKey(key)).toEqual({ scope: "cache", ...ids, part, version });
      }
    }),
  );
});

it("takes every other text for none of ours", () => {
  const [key, id] = [
    originalKey({ libraryId: fc.sample(fc.uuid(), 1)[0] ?? "", fileId: fc.sample(fc.uuid(), 1)[0] ?? "" }),
    fc.sample(fc.uuid(), 1)[0] ?? "",
  ];
  const otherShard = `avatars/${id.slice(-2) === "00" ? "01" : "00"}/${id}/v1.webp`;
  for (const other of ["", `${key}x`, key.slice(0, -1), `files/${key}`, "files/x", otherShard, "cache/a/b/c"])
    expect(readKey(other), other).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => readKey(text) === null));
});
