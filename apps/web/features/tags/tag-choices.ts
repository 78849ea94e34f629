import type { Tag, TagUse } from "@alcoves/core/tags/schema";

/** How many of what is tagged have a tag. */
type TagState = "all" | "some" | "none";

/** What a person wants: by the id of a tag, or the name of one to be made, whether it is put on or taken off. */
export type TagWishes = ReadonlyMap<string, boolean>;

/** A tag that can be put on or taken off. */
export interface TagChoice {
  /** The tag's id, or the name of one to be made. */
  key: string;
  name: string;
  /** Null for one to be made: it gets the colour that is used least. */
  color: number | null;
  /** As it is. */
  had: TagState;
  /** As it will be. */
  state: TagState;
}

/** What the choices come from. */
interface TagQuestion {
  tags: readonly Tag[];
  uses: readonly TagUse[];
  /** Files and folders that are tagged. */
  total: number;
  wishes: TagWishes;
  /** What was typed to find a tag. */
  text: string;
}

/** @returns whether two tags cannot have these names beside each other */
export const isSameName = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();

/** @returns the tags whose names hold the text, and whether it can be the name of a new one */
export function tagChoices({ tags, uses, total, wishes, text }: TagQuestion): {
  shown: TagChoice[];
  canMake: boolean;
} {
  const wanted = text.trim();
  const known = tags.map(({ tagId, name, color }): TagChoice => {
    const count = uses.find((use) => use.tagId === tagId)?.count ?? 0;
    const had = count === 0 ? "none" : count < total ? "some" : "all";
    return { key: tagId, name, color, had, state: wished(wishes.get(tagId)) ?? had };
  });
  const made = [...wishes.keys()]
    .filter((key) => !tags.some(({ tagId }) => tagId === key))
    .map((name): TagChoice => ({ key: name, name, color: null, had: "none", state: "all" }));
  const all = [...made, ...known];
  return {
    shown: all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted.toLocaleLowerCase())),
    canMake: wanted !== "" && !all.some(({ name }) => isSameName(name, wanted)),
  };
}

function wished(isOn: boolean | undefined): TagState | undefined {
  if (isOn === undefined) return undefined;
  return isOn ? "all" : "none";
}
