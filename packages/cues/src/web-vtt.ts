import { shownText, tidyCues } from "./caption-text.ts";
import type { Cue } from "./cue.ts";
import { CaptionList, type ParsedCaptions } from "./parsed-captions.ts";
import { printTimestamp, readTimes } from "./timestamps.ts";

const timestamp = /^(?:(\d{1,6}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;
/** How a sound is told from speech that stands in brackets; the tokens of a class are free to choose. */
const sound = /^<c\.sound>\[([^<>]*)\]<\/c>$/;
const characters = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["lrm", "\u200e"],
  ["rlm", "\u200f"],
]);

/**
 * Writes cues as WebVTT (W3C, https://www.w3.org/TR/webvtt1/). Cues without text or length are left out, and so are scores and words;
 * sounds stand in brackets, and `parseWebVtt` knows them again.
 */
export function printWebVtt(cues: readonly Cue[]): string {
  const blocks = tidyCues(cues).map((cue) => {
    const text = shownText(cue).replace(/[&<>]/g, (sign) =>
      sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;",
    );
    const times = `${printTimestamp(cue.startMs, ".")} --> ${printTimestamp(cue.endMs, ".")}`;
    return `${times}\n${cue.kind === "audio" ? `<c.sound>${text}</c>` : text}\n`;
  });
  return ["WEBVTT\n", ...blocks].join("\n");
}

/**
 * Reads WebVTT by the rules of its parser (W3C, section 6), so that what browsers show is what is read; but a file without its header is read
 * all the same, and a `<` that no `>` follows is text. Of cues the times and the text are taken, without tags. It never throws.
 */
export function parseWebVtt(text: string): ParsedCaptions {
  const list = new CaptionList();
  const lines = list.linesOf(text);
  const hasArrow = (at: number) => lines[at]?.includes("-->") ?? false;
  const endOfBlock = (from: number) => {
    let end = from;
    while (end < lines.length && lines[end] !== "" && !hasArrow(end)) end += 1;
    return end;
  };
  let at = 0;
  if (/^WEBVTT(?=[ \t]|$)/.test(lines[0] ?? "")) at = endOfBlock(1);
  else if (!list.isFull) list.tell(1, "no-header");
  while (at < lines.length && !list.isFull) {
    const line = lines[at] ?? "";
    // The first line of a cue may be its name.
    const timesAt = hasArrow(at) ? at : at + 1;
    if (line === "") at += 1;
    else if (hasArrow(timesAt)) {
      at = endOfBlock(timesAt + 1);
      const payload = lines.slice(timesAt + 1, at).join("\n");
      list.add(timesAt + 1, readTimes(lines[timesAt] ?? "", timestamp), contentOf(payload));
    } else {
      if (!/^(?:NOTE|STYLE|REGION)(?=[ \t]|$)/.test(line)) list.tell(at + 1, "no-times");
      at = endOfBlock(at + 1);
    }
  }
  return list;
}

function contentOf(payload: string): Pick<Cue, "kind" | "text"> {
  const label = sound.exec(payload)?.[1];
  return label === undefined
    ? { kind: "speech", text: decode(payload.replace(/<[^<>]*>/g, "")) }
    : { kind: "audio", text: decode(label) };
}

function decode(text: string): string {
  return text.replace(
    /&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi,
    (written: string, name: string) =>
      characters.get(name) ?? (name.startsWith("#") ? numbered(name) : written),
  );
}

/** @param name a number behind #, or a hexadecimal one behind #x */
function numbered(name: string): string {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
}
