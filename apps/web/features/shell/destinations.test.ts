import { expect, test } from "vitest";
import { isAt, placesIn, placesOutside } from "./destinations.ts";

const library = { libraryId: "1", isPersonal: false, role: "viewer" } as const;
/** What everyone sees in every library, besides its folders. */
const all = ["timeline", "favourites", "albums", "moments", "map", "tags"];
const names = (places: { name: string }[]) => places.map(({ name }) => name);

test("a library leads to its members, its duplicates and trash for who may throw away, and its settings for who may change them", () => {
  expect(names(placesIn(library))).toEqual(["browse", ...all, "members"]);
  expect(names(placesIn({ ...library, role: "contributor" }))).toEqual([
    "browse",
    ...all,
    "duplicates",
    "trash",
    "members",
  ]);
  expect(names(placesIn({ ...library, role: "admin" }))).toEqual([
    "browse",
    ...all,
    "duplicates",
    "trash",
    "members",
    "library",
  ]);
  expect(names(placesIn({ ...library, role: "owner", isPersonal: true }))).toEqual([
    "browse",
    ...all,
    "duplicates",
    "trash",
    "library",
  ]);
});

test("the admin is the instance owner's", () => {
  expect(names(placesOutside({ isInstanceOwner: false }))).toEqual(["account"]);
  expect(names(placesOutside({ isInstanceOwner: true }))).toEqual(["account", "admin"]);
});

test("a folder is inside Browse; members are not, nor is another library whose id begins alike", () => {
  const browse = { name: "browse", href: "/l/1" } as const;
  expect(isAt("/l/1", browse)).toBe(true);
  expect(isAt("/l/1/f/2", browse)).toBe(true);
  expect(isAt("/l/1/members", browse)).toBe(false);
  expect(isAt("/l/12", browse)).toBe(false);
  expect(isAt("/settings/tokens", { name: "account", href: "/settings" })).toBe(true);
});
