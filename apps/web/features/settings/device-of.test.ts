import { expect, it } from "vitest";
import { deviceOf } from "./device-of.ts";

it.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    { browser: "Chrome", system: "Linux", isPhone: false },
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    { browser: "Safari", system: "iOS", isPhone: true },
  ],
  ["curl/8.1", { browser: null, system: null, isPhone: false }],
  ["", { browser: null, system: null, isPhone: false }],
  [null, { browser: null, system: null, isPhone: false }],
])("reads %s", (userAgent, device) => {
  expect(deviceOf(userAgent)).toMatchObject(device);
});
