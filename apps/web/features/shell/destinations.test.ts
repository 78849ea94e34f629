import { expect, test } from "vitest";
import { destinations, isAt } from "./destinations.ts";

test("without a library there is nothing to browse", () => {
  expect(destinations(null).map(({ name }) => name)).toEqual(["settings"]);
  expect(destinations("1").map(({ href }) => href)).toEqual(["/l/1", "/settings"]);
});

test("a folder is inside Browse; another library whose id begins alike is not", () => {
  const browse = { href: "/l/1" };
  expect(isAt("/l/1", browse)).toBe(true);
  expect(isAt("/l/1/f/2", browse)).toBe(true);
  expect(isAt("/l/12", browse)).toBe(false);
  expect(isAt("/settings", browse)).toBe(false);
});
