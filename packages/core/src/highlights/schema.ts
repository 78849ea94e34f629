import { filterErrorMessage, parseFilter, printFilter, usualWindowMs } from "@alcoves/cues";
import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";
import { TagColor } from "../tags/schema.ts";

/** Most highlights of one library: each is matched against a whole recording whenever its editor opens. */
export const mostHighlights = 100;
/** The furthest that the terms of an alternative may lie apart, ms. */
export const furthestWindowMs = 60_000;

/** What people give a highlight. */
export const HighlightFacts = z.object({
  name: z
    .string()
    .trim()
    .normalize("NFC")
    .min(1, "Name the highlight.")
    .max(100, "Use at most 100 characters.")
    .regex(/^\P{Cc}+$/u, "A highlight's name is one line."),
  /** The expression of a filter, of the grammar in `@alcoves/cues`; kept as `printFilter` writes it. */
  expression: z
    .string()
    .transform((expression) => expression.toWellFormed().normalize("NFC"))
    .transform((expression, check) => {
      const read = parseFilter(expression);
      if (read.ok) return printFilter(read.filter);
      check.addIssue({ code: "custom", message: filterErrorMessage(read.error) });
      return z.NEVER;
    })
    .refine((expression) => !expression.includes("\0"), "An expression holds no such characters."),
  /** Its place in the palette of tags. */
  color: TagColor,
  /** How near to each other the terms of an alternative have to be met, ms. */
  windowMs: z.number().int().min(0).max(furthestWindowMs).default(usualWindowMs),
});
export type HighlightFacts = z.infer<typeof HighlightFacts>;

/** What making a highlight takes. */
export const CreateHighlight = InLibrary.extend(HighlightFacts.shape);
export type CreateHighlight = z.input<typeof CreateHighlight>;

/** Names a highlight in a library. */
export const OneHighlight = InLibrary.extend({ highlightId: z.uuid() });
export type OneHighlight = z.infer<typeof OneHighlight>;

/** How a highlight should be. */
export const UpdateHighlight = OneHighlight.extend(HighlightFacts.shape);
export type UpdateHighlight = z.input<typeof UpdateHighlight>;

/** A filter that a library keeps: what is looked for in the transcripts and sounds of its recordings. */
export interface Highlight extends HighlightFacts {
  highlightId: string;
  mayChange: boolean;
}
