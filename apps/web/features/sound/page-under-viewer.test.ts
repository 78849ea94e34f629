import { expect, it } from "vitest";
import { openOver, pageUnderViewer } from "./page-under-viewer.ts";

it.each([
  ["?file=a&t=7", "/l/1"],
  ["?sort=name&file=a", "/l/1?sort=name"],
  ["", "/l/1"],
])("comes back to the page under the viewer from %s", (search, page) =>
  expect(pageUnderViewer({ pathname: "/l/1", search })).toBe(page),
);

it("opens a file over a page, with what the page shows", () => {
  expect(openOver("/l/1", "a")).toBe("/l/1?file=a");
  expect(openOver("/l/1?sort=name", "a")).toBe("/l/1?sort=name&file=a");
});
