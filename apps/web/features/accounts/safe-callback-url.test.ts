import fc from "fast-check";
import { expect, test } from "vitest";
import { safeCallbackUrl } from "./safe-callback-url.ts";

const origin = "https://alcoves.example.org";

test("an address inside the app is kept with its query and fragment", () => {
  expect(safeCallbackUrl("/l/1?file=2&t=83#x", origin)).toBe("/l/1?file=2&t=83#x");
  expect(safeCallbackUrl(`${origin}/settings`, origin)).toBe("/settings");
});

test.each([
  "javascript:alert(1)",
  " \tjava\nscript:alert(1)",
  "data:text/html,x",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\t//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example/",
  "https:evil.example",
  "http://alcoves.example.org/",
  "https://alcoves.example.org:8443/",
  "https://alcoves.example.org@evil.example/",
  "https://user:word@alcoves.example.org/",
  "https://alcoves.example.org//evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "blob:https://alcoves.example.org/1",
  "https://[",
])("%j leads to the start instead of elsewhere", (url) => {
  const safe = safeCallbackUrl(url, origin);
  expect(new URL(safe, origin).origin).toBe(origin);
  expect(safe).toMatch(/^\/(?![/\\])/);
});

test.each(["", null, undefined])("%j leads to the start", (url) => {
  expect(safeCallbackUrl(url, origin)).toBe("/");
});

test("an encoded attack is a path of this app and stays encoded", () => {
  expect(safeCallbackUrl("%09//evil.example", origin)).toBe("/%09//evil.example");
});

test("whatever it is given, the answer is a path of this origin, and judging it again changes nothing", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    "\t",
    "\n",
    "@",
    ":",
    "?",
    "#",
    "..",
    ".",
    "https:",
    "javascript:",
    "evil",
    "%2f",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join("")),
        fc.webUrl(),
      ),
      (url) => {
        const safe = safeCallbackUrl(url, origin);
        expect(safe).toMatch(/^\/(?![/\\])/);
        expect(new URL(safe, origin).origin).toBe(origin);
        expect(safeCallbackUrl(safe, origin)).toBe(safe);
      },
    ),
    { numRuns: 2_000 },
  );
});
