import { partsOf, spellMention } from "@alcoves/core/comments/schema";

/** A mention as it stands in a draft: the characters from `start` to `end` are one person's. */
interface DraftMention {
  readonly start: number;
  readonly end: number;
  readonly userId: string;
}

/** A comment while it is written: what one reads, and which of it are people. Two of one name stay two. */
export interface CommentDraft {
  readonly text: string;
  /** By where they stand. */
  readonly mentions: readonly DraftMention[];
}

/** Nothing yet. */
export const emptyDraft: CommentDraft = { text: "", mentions: [] };

/** Longest part of a name that is looked for, characters. */
const longestQuery = 40;

/**
 * Takes over a text as a field gives it after a change of one stretch. A mention that was touched is plain text from then on.
 * @param caret where the caret is after the change: of equal characters it tells which ones are new
 */
export function changeText(draft: CommentDraft, text: string, caret: number): CommentDraft {
  const before = draft.text;
  const most = Math.min(before.length, text.length);
  let kept = 0;
  while (kept < Math.min(most, text.length - caret) && before.at(-1 - kept) === text.at(-1 - kept)) kept += 1;
  let same = 0;
  while (same < most - kept && before[same] === text[same]) same += 1;
  const by = text.length - before.length;
  const changedTo = before.length - kept;
  const mentions = draft.mentions.flatMap((mention) => {
    if (mention.end <= same) return [mention];
    if (mention.start >= changedTo) return [moved(mention, by)];
    return [];
  });
  return { text, mentions };
}

/** Which characters a person's name is put in place of. */
interface MentionPlace {
  start: number;
  end: number;
}

/** Puts a person in place of what was typed, with a blank behind. @returns also where the caret belongs */
export function putMention(
  draft: CommentDraft,
  { start, end }: MentionPlace,
  person: { userId: string; name: string },
): { draft: CommentDraft; caret: number } {
  const name = `@${person.name}`;
  const rest = draft.text.slice(end);
  const blank = rest.startsWith(" ") ? "" : " ";
  const by = name.length + blank.length - (end - start);
  const mentions = [
    ...draft.mentions.filter((mention) => mention.end <= start),
    { start, end: start + name.length, userId: person.userId },
    ...draft.mentions.filter((mention) => mention.start >= end).map((mention) => moved(mention, by)),
  ];
  return {
    draft: { text: `${draft.text.slice(0, start)}${name}${blank}${rest}`, mentions },
    caret: start + name.length + 1,
  };
}

/** @returns the `@` before the caret with what was typed of a name; null where nobody is being mentioned */
export function openMention(draft: CommentDraft, caret: number): (MentionPlace & { query: string }) | null {
  const start = draft.text.lastIndexOf("@", caret - 1);
  if (start < 0 || caret <= start || caret - start > longestQuery) return null;
  const query = draft.text.slice(start + 1, caret);
  if (query.includes("\n") || /^\s/u.test(query)) return null;
  // In the middle of a word it is an address.
  if (start > 0 && /[\p{L}\p{N}]/u.test(draft.text.charAt(start - 1))) return null;
  if (draft.mentions.some((mention) => mention.start <= start && start < mention.end)) return null;
  return { start, end: caret, query };
}

/** @returns the draft as it is sent */
export function spellDraft({ text, mentions }: CommentDraft): string {
  let [spelled, from] = ["", 0];
  for (const { start, end, userId } of mentions) {
    spelled += text.slice(from, start) + spellMention(userId);
    from = end;
  }
  return spelled + text.slice(from);
}

/** @returns a comment's text as a draft to be changed. @param nameOf null for those who are gone, whose mention stays as it is spelled */
export function readDraft(text: string, nameOf: (userId: string) => string | null): CommentDraft {
  const mentions: DraftMention[] = [];
  let shown = "";
  for (const part of partsOf(text)) {
    const name = part.kind === "mention" ? nameOf(part.userId) : null;
    if (part.kind === "mention" && name !== null) {
      const start = shown.length;
      shown += `@${name}`;
      mentions.push({ start, end: shown.length, userId: part.userId });
    } else shown += part.kind === "text" ? part.text : spellMention(part.userId);
  }
  return { text: shown, mentions };
}

function moved(mention: DraftMention, by: number): DraftMention {
  return { ...mention, start: mention.start + by, end: mention.end + by };
}
