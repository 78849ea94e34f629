import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";

/** The palette: a tag's colour is a place in it, and what each looks like the pages say. */
export const tagColors = [
  "red",
  "orange",
  "amber",
  "lime",
  "green",
  "teal",
  "cyan",
  "blue",
  "indigo",
  "violet",
  "pink",
  "stone",
] as const;

/** Most files and folders that one act tags. */
const mostItems = 10_000;
/** Most tags that one act puts on or takes off. */
const mostTags = 50;
/** Most pairs of a tag and a file or folder that one act is about: so many ids still fit into the call that undoes it. */
const mostPairs = 20_000;

/** A tag's name: unique in its library, letter case aside. */
export const TagName = z
  .string()
  .trim()
  .normalize("NFC")
  .min(1, "Name the tag.")
  .max(50, "Use at most 50 characters.")
  .regex(/^\P{Cc}+$/u, "A tag's name is one line.");

/** A colour of the palette. */
export const TagColor = z
  .number()
  .int()
  .min(0)
  .max(tagColors.length - 1);

/** What making a tag takes; without a colour it gets the one that is used least. */
export const CreateTag = InLibrary.extend({ name: TagName, color: TagColor.optional() });
export type CreateTag = z.infer<typeof CreateTag>;

/** Names one tag in a library. */
export const OneTag = InLibrary.extend({ tagId: z.uuid() });
export type OneTag = z.infer<typeof OneTag>;

/** A tag's other name, other colour, or both. */
export const UpdateTag = OneTag.extend({ name: TagName.optional(), color: TagColor.optional() });
export type UpdateTag = z.infer<typeof UpdateTag>;

/** Makes one tag of two: whatever has the first gets the other, and the first is gone. */
export const MergeTags = OneTag.extend({ intoTagId: z.uuid() });
export type MergeTags = z.infer<typeof MergeTags>;

const Items = { fileIds: z.array(z.uuid()).default([]), folderIds: z.array(z.uuid()).default([]) };
const tooMany = `Choose at most ${mostItems} files and folders.`;
const hasFewItems = ({ fileIds, folderIds }: { fileIds: string[]; folderIds: string[] }) =>
  fileIds.length + folderIds.length <= mostItems;

/** Asks which tags some files and folders have. */
export const TagsOf = InLibrary.extend(Items).refine(hasFewItems, tooMany);
export type TagsOf = z.input<typeof TagsOf>;

/** Tags that many files and folders get and lose, all or none. */
export const PutTags = InLibrary.extend({
  ...Items,
  /** Ids of tags to put on. */
  add: z.array(z.uuid()).max(mostTags).default([]),
  /** Names of tags to put on; those that are not there yet are made. */
  addNames: z.array(TagName).max(mostTags).default([]),
  /** Ids of tags to take off. */
  remove: z.array(z.uuid()).max(mostTags).default([]),
})
  .refine(hasFewItems, tooMany)
  .refine(
    ({ fileIds, folderIds, add, addNames, remove }) =>
      (fileIds.length + folderIds.length) * (add.length + addNames.length + remove.length) <= mostPairs,
    "That is too much at once. Choose fewer tags, or fewer files.",
  );
export type PutTags = z.input<typeof PutTags>;

/** Files and folders that have, or had, a tag. */
export const TaggedItems = z.object({ tagId: z.uuid(), ...Items });
export type TaggedItems = z.infer<typeof TaggedItems>;

/** What an act changed, and nothing that was so before: the way back. */
export const TagsChanged = z.object({
  added: z.array(TaggedItems).max(mostTags * 2),
  removed: z.array(TaggedItems).max(mostTags),
});
export type TagsChanged = z.infer<typeof TagsChanged>;

/** Takes back what an act changed. */
export const UndoTags = InLibrary.extend(TagsChanged.shape).refine(
  ({ added, removed }) =>
    [...added, ...removed].reduce(
      (sum, { fileIds, folderIds }) => sum + fileIds.length + folderIds.length,
      0,
    ) <= mostPairs,
  "That is too much at once.",
);
export type UndoTags = z.infer<typeof UndoTags>;

/** One page of the files that have a tag, newest capture first. */
export const ListTagFiles = OneTag.extend({
  cursor: z.string().max(2_000).nullish(),
  limit: z.number().int().min(1).max(500).default(200),
});
export type ListTagFiles = z.input<typeof ListTagFiles>;

/** A tag as it is shown on a file. */
export interface Tag {
  tagId: string;
  name: string;
  /** Its place in `tagColors`. */
  color: number;
}

/** A tag among the library's tags, with how many have it, what is in the trash aside. */
export interface TagSummary extends Tag {
  fileCount: number;
  folderCount: number;
  momentCount: number;
}

/** How many of the files and folders asked about have a tag: all of them when it is as many as were asked about. */
export interface TagUse {
  tagId: string;
  count: number;
}

/** A folder that has a tag. */
export interface TaggedFolder {
  folderId: string;
  name: string;
}
