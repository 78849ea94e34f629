import { expect, test } from "vitest";
import { destinations, isAt } from "./destinations.ts";

test("without a library there is nothing to browse, and only the owner of the instance has an admin", () => {
  expect(destinations(null, false).map(({ name }) => name)).toEqual(["settings"]);
  expect(destinations("1", false).map(({ href }) => href)).toEqual(["/l/1", "/settings"]);
  expect(destinations("1", true).map(({ href }) => href)).toEqual(["/l/1", "/settings", "/admin"]);
});

test("a folder is inside Browse; another library whose id begins alike is not", () => {
  const browse = { href: "/l/1" };
  expect(isAt("/l/1", browse)).toBe(true);
  expect(isAt("/l/1/f/2", browse)).toBe(true);
  expect(isAt("/l/12", browse)).toBe(false);
  expect(isAt("/settings", browse)).toBe(false);
});
