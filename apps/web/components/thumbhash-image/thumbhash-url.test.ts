import { rgbaToThumbHash } from "thumbhash";
import { expect, it } from "vitest";
import { thumbhashUrl } from "./thumbhash-url.ts";

const orange = Array.from({ length: 8 * 8 }, () => [240, 163, 92, 255]).flat();
const hash = Buffer.from(rgbaToThumbHash(8, 8, orange)).toString("base64");

it("decodes a placeholder to a picture", () => {
  expect(thumbhashUrl(hash)).toMatch(/^data:image\/png;base64,/);
});

it("shows nothing for none and for a broken one", () => {
  expect(thumbhashUrl(null)).toBeNull();
  expect(thumbhashUrl("")).toBeNull();
  expect(thumbhashUrl("not base64!")).toBeNull();
  expect(thumbhashUrl("AA==")).toBeNull();
});
