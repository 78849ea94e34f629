import { expect, it } from "vitest";
import { matchMembers } from "./match-members.ts";

const members = ["Ada Lovelace", "Zoë", "Émile Zola", "Al"].map((name) => ({ name }));
const found = (query: string) => matchMembers(members, query).map(({ name }) => name);

it("finds names by any of their words, without accents and capitals", () => {
  expect(found("")).toHaveLength(4);
  expect(found("a")).toEqual(["Ada Lovelace", "Al"]);
  expect(found("zo")).toEqual(["Zoë", "Émile Zola"]);
  expect(found("emile z")).toEqual(["Émile Zola"]);
  expect(found("ada lovelace!")).toEqual([]);
  expect(
    matchMembers(
      Array.from({ length: 9 }, () => ({ name: "Al" })),
      "al",
    ),
  ).toHaveLength(6);
});
