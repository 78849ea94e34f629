import { expect, it } from "vitest";
import { cameraName, exposureLine, exposureTime, offsetName } from "./exposure.ts";

it("names a camera without its maker twice", () => {
  expect(cameraName({ cameraMake: "Canon", cameraModel: "Canon EOS R6" })).toBe("Canon EOS R6");
  expect(cameraName({ cameraMake: "NIKON CORPORATION", cameraModel: "NIKON D850" })).toBe("NIKON D850");
  expect(cameraName({ cameraMake: "Apple", cameraModel: "iPhone 15" })).toBe("Apple iPhone 15");
  expect(cameraName({ cameraMake: null, cameraModel: null })).toBeNull();
});

it.each([
  [0.004, "1/250 s"],
  [0.5, "0.5 s"],
  [30, "30 s"],
])("writes %d s of exposure as %s", (seconds, text) => expect(exposureTime(seconds)).toBe(text));

it("puts what is known of the exposure in one line", () => {
  expect(exposureLine({ fNumber: 2.8, exposureSeconds: 0.004, focalLengthMm: 35, iso: 200 })).toBe(
    "f/2.8 · 1/250 s · 35 mm · ISO 200",
  );
  expect(exposureLine({ fNumber: null, exposureSeconds: null, focalLengthMm: null, iso: 64 })).toBe("ISO 64");
  expect(exposureLine({ fNumber: null, exposureSeconds: null, focalLengthMm: null, iso: null })).toBeNull();
});

it.each([
  [120, "+02:00"],
  [-330, "−05:30"],
  [0, "+00:00"],
])("writes an offset of %d min as %s", (minutes, text) => expect(offsetName(minutes)).toBe(text));
