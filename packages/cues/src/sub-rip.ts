import { shownText, tidyCues } from "./caption-text.ts";
import type { Cue } from "./cue.ts";
import { CaptionList, type ParsedCaptions } from "./parsed-captions.ts";
import { type CueTimes, printTimestamp, readTimes } from "./timestamps.ts";

const timestamp = /^(?:(\d{1,6}):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,3}))?$/;
const tags = /<\/?(?:b|i|u|s|font)(?:\s[^<>]*|\/)?>|\{\\[^{}]*\}/gi;

/**
 * SubRip has no escapes. What players would take for a tag or an arrow gets a joiner, which nobody sees, behind its first sign; where one
 * is already, one more, so that reading takes out exactly what writing put in.
 */
const joiner = "\u2060";
const signs = (joiners: string) =>
  String.raw`<(?=${joiners}\/?(?:b|i|u|s|font)[\s/>])|\{(?=${joiners}\\)|-(?=${joiners}->)`;
const unjoined = new RegExp(signs(`${joiner}*`), "gi");
const joined = new RegExp(`(${signs(`${joiner}+`)})${joiner}`, "gi");

/** Writes cues as SubRip (.srt). Cues without text or length are left out, and so are scores and words; sounds stand in brackets. */
export function printSubRip(cues: readonly Cue[]): string {
  return tidyCues(cues)
    .map((cue, at) => {
      const times = `${printTimestamp(cue.startMs, ",")} --> ${printTimestamp(cue.endMs, ",")}`;
      return `${at + 1}\n${times}\n${shownText(cue).replace(unjoined, `$&${joiner}`)}\n`;
    })
    .join("\n");
}

/**
 * Reads SubRip (.srt), which no standard describes, as players do: counters may be missing, fractions stand behind a comma or a dot, and times
 * begin a cue even where no blank line comes before them. Everything is speech; the tags b, i, u, s and font and those in {\…} are taken
 * out. It never throws.
 */
export function parseSubRip(text: string): ParsedCaptions {
  const list = new CaptionList();
  let open: OpenCue | null = null;
  /** Since the last blank line: what belongs to no cue yet. */
  let loose: string[] = [];
  // The blank line at the end closes what is open.
  for (const [at, line] of [...list.linesOf(text), ""].entries()) {
    const times = readTimes(line, timestamp);
    if (times === null && line.trim() !== "") {
      (open?.lines ?? loose).push(line);
      continue;
    }
    if (open && times && isCounter(open.lines.at(-1))) open.lines.pop();
    if (open) close(open, list);
    else tellLoose(loose, at, list);
    if (list.isFull) break;
    open = times && { line: at + 1, times, lines: [] };
    loose = [];
  }
  return list;
}

interface OpenCue {
  line: number;
  times: CueTimes;
  lines: string[];
}

function close({ line, times, lines }: OpenCue, list: CaptionList): void {
  const text = lines.join("\n").replace(tags, "").replace(joined, "$1");
  list.add(line, times, { kind: "speech", text });
}

/** @param at the line after these, from 0 */
function tellLoose(loose: readonly string[], at: number, list: CaptionList): void {
  const arrow = loose.findIndex((line) => line.includes("-->"));
  const stray = arrow < 0 ? loose.findIndex((line) => !isCounter(line)) : arrow;
  if (stray >= 0) list.tell(at - loose.length + stray + 1, arrow < 0 ? "no-times" : "bad-times");
}

const isCounter = (line: string | undefined) => line !== undefined && /^\s*\d+\s*$/.test(line);
