import { CreateLibrary } from "@alcoves/core/libraries/schema";
import { expect, it } from "vitest";
import { loadEmojis } from "./load-emojis.ts";

it("offers whole emoji alone, each in a category, and each one that a library takes", async () => {
  const { emojis, categories } = await loadEmojis();
  expect(emojis.length).toBeGreaterThan(1_500);
  const indexes = new Set(categories.map(({ index }) => index));
  expect(emojis.filter(({ category }) => !indexes.has(category))).toEqual([]);
  const refused = emojis.filter(({ emoji }) => !CreateLibrary.safeParse({ name: "Family", emoji }).success);
  expect(refused).toEqual([]);
  expect(emojis.map(({ label }) => label)).not.toContain("regional indicator A");
});
