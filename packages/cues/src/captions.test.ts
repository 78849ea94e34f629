import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownText, tidyCues } from "./caption-text.ts";
import type { Cue } from "./cue.ts";
import { mostCaptionCharacters, mostCues, type ParsedCaptions } from "./parsed-captions.ts";
import { printPlainText } from "./plain-text.ts";
import { parseSubRip, printSubRip } from "./sub-rip.ts";
import { parseWebVtt, printWebVtt } from "./web-vtt.ts";

const nasty = [
  "<script>alert(1)</script>",
  "<i>",
  "</b >",
  "<font color=red>",
  "<<i>i>",
  "<\u2060i>",
  "{\\an8}",
  "{",
  "<",
  ">",
  "a < b",
  "-->",
  "--->",
  "-\u2060->",
  "00:00:01,000 --> 00:00:02,000",
  "00:01.000 --> 00:02.000",
  "&amp;",
  "&#65;",
  "&",
  "42",
  "NOTE",
  "WEBVTT",
  "STYLE",
  "[Laughter]",
  "<c.sound>[x]</c>",
  "שלום\u200f",
  "مرحبا",
  "👩‍👩‍👧",
  "\ud800",
  "\0",
  "\ufeff",
  "\u00a0",
  "\u2028",
  "\n",
  "\n\n",
  "\r",
  "\r\n \r\n",
  " ",
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: "binary", maxLength: 5 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => pieces.join(""));
const anyCues = fc.array(
  fc
    .tuple(
      fc.constantFrom<Cue["kind"]>("speech", "audio"),
      fc.oneof(fc.nat(10_000), fc.nat(2_000_000_000)),
      fc.integer({ min: -1, max: 100_000 }),
      anyText,
    )
    .map(([kind, startMs, lengthMs, text]) => ({
      kind,
      startMs,
      endMs: startMs + lengthMs,
      text,
      score: null,
    })),
  { maxLength: 5 },
);

const formats = [
  {
    name: "WebVTT",
    print: printWebVtt,
    parse: parseWebVtt,
    held: (cues: readonly Cue[]): Cue[] => tidyCues(cues),
  },
  {
    name: "SubRip",
    print: printSubRip,
    parse: parseSubRip,
    held: (cues: readonly Cue[]): Cue[] =>
      tidyCues(cues).map((cue) => ({ ...cue, kind: "speech", text: shownText(cue) })),
  },
];

describe.each(formats)("$name", ({ print, parse, held }) => {
  it("is read back as it was written, whatever the texts are", () => {
    fc.assert(
      fc.property(anyCues, (cues) => {
        const printed = print(cues);
        expect(parse(printed)).toMatchObject({ cues: held(cues), problems: [] });
        expect(printed.match(/-->/g)?.length ?? 0).toBe(held(cues).length);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never throws, and tells problems of lines that are there", () => {
    const anyFile = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...nasty,
            "\n",
            "\n",
            "00:01.000 --> 00:02.000 align:start\n",
            "1\n",
            "00:99:00,1 --> x",
          ),
          fc.string({ unit: "binary", maxLength: 4 }),
        ),
        { maxLength: 25 },
      )
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(anyFile, (text) => {
        const { cues, problems } = parse(text);
        expect(tidyCues(cues)).toEqual(cues);
        for (const { line } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("does not read what is too large", () => {
    expect(parse("a".repeat(mostCaptionCharacters + 1))).toMatchObject({
      cues: [],
      problems: [{ line: 1, code: "too-large" }],
    });
  });

  it("reads so many cues and no more", () => {
    const cue: Cue = { kind: "speech", startMs: 0, endMs: 1_000, text: "a", score: null };
    const parsed = parse(print(Array.from({ length: mostCues + 5 }, () => cue)));
    expect(parsed.cues).toHaveLength(mostCues);
    expect(parsed.problems).toMatchObject([{ code: "too-many-cues" }]);
  });

  it("tells a hundred problems and no more", () => {
    expect(parse("00:00:01.000 --> x\n\n".repeat(500)).problems).toHaveLength(100);
  });

  it.each([["<i".repeat(500_000)], ["{\\".repeat(500_000)], ["- ".repeat(500_000)], ["\n".repeat(500_000)]])(
    "is quick with what is made to be slow, case %#",
    (text) => {
      expect(parse(`WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${text}`).cues.length).toBeLessThan(2);
    },
  );
});

/** Cues in short: "start–end text", or [label] of a sound. */
const inShort = ({ cues, problems }: ParsedCaptions) => ({
  cues: cues.map((cue) => `${cue.startMs}–${cue.endMs} ${shownText(cue)}`),
  problems: problems.map(({ line, code }) => `${line} ${code}`),
});

it.each([
  ["nothing", "", [], ["1 no-header"]],
  ["the header alone", "WEBVTT", [], []],
  [
    "a header with words, CRLF and a byte order mark",
    "\ufeffWEBVTT - mine\r\n\r\n00:01.000 --> 00:02.000\r\na\r\nb",
    ["1000–2000 a\nb"],
    [],
  ],
  ["CR alone", "WEBVTT\r\r00:01.000 --> 00:02.000\ra", ["1000–2000 a"], []],
  ["no header", "00:01.000 --> 00:02.000\na", ["1000–2000 a"], ["1 no-header"]],
  [
    "a header that only begins like one",
    "WEBVTTX\n\n00:01.000 --> 00:02.000\na",
    ["1000–2000 a"],
    ["1 no-header", "1 no-times"],
  ],
  [
    "a header with metadata",
    "WEBVTT\nKind: captions\nLanguage: en\n\n00:01.000 --> 00:02.000\na",
    ["1000–2000 a"],
    [],
  ],
  ["times directly below the header", "WEBVTT\n00:01.000 --> 00:02.000\na", ["1000–2000 a"], []],
  [
    "hours, names and settings",
    "WEBVTT\n\nintro\n100:00:01.000 --> 100:00:02.500 align:start line:0\na",
    ["360001000–360002500 a"],
    [],
  ],
  [
    "comments, styles and regions",
    "WEBVTT\n\nNOTE\na comment\n\nNOTE of one line\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\n00:01.000 --> 00:02.000\na",
    ["1000–2000 a"],
    [],
  ],
  [
    "tags and times inside",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mary Ann><i>Hi</i> <c.loud>you</c> <00:01.500>there",
    ["1000–2000 Hi you there"],
    [],
  ],
  [
    "entities",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;b&gt; &amp;amp; &quot;x&quot; a&nbsp;b &#65;&#x42; &#xd800; &#9999999; &what; &",
    ['1000–2000 <b> &amp; "x" a\u00a0b AB \ufffd \ufffd &what; &'],
    [],
  ],
  [
    "a < that is never closed",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n1 < 2 <i>yes</i>",
    ["1000–2000 1 < 2 yes"],
    [],
  ],
  [
    "our sounds",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<c.sound>[Laughter]</c>\n\n00:03.000 --> 00:04.000\n[inaudible]",
    ["1000–2000 [Laughter]", "3000–4000 [inaudible]"],
    [],
  ],
  [
    "bad times",
    "WEBVTT\n\n00:61.000 --> 00:02.000\na\n\n00:01,000 --> 00:02,000\nb\n\n0:01.00 --> 00:02.000\nc\n\n--> 00:02.000\nd",
    [],
    ["3 bad-times", "6 bad-times", "9 bad-times", "12 bad-times"],
  ],
  [
    "an end that is not after the start",
    "WEBVTT\n\n00:02.000 --> 00:01.000\na\n\n00:02.000 --> 00:02.000\nb",
    [],
    ["3 ends-too-soon", "6 ends-too-soon"],
  ],
  [
    "text without times",
    "WEBVTT\n\nhello\nworld\n\n00:01.000 --> 00:02.000\na",
    ["1000–2000 a"],
    ["3 no-times"],
  ],
  [
    "times without text",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\n<i></i>",
    [],
    ["3 no-text", "5 no-text"],
  ],
  [
    "cues without a blank line between them",
    "WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:03.000 --> 00:04.000\nb",
    ["1000–2000 a", "3000–4000 b"],
    [],
  ],
])("WebVTT with %s", (_, text, cues, problems) => {
  expect(inShort(parseWebVtt(text))).toEqual({ cues, problems });
});

it.each([
  ["nothing", "", [], []],
  [
    "a byte order mark and CRLF",
    "\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\na\r\nb\r\n\r\n",
    ["1000–2500 a\nb"],
    [],
  ],
  [
    "a dot, few digits, no fraction, no hours",
    "1\n0:0:1.5 --> 00:00:02\na\n\n2\n00:03,000 --> 00:04,000\nb",
    ["1500–2000 a", "3000–4000 b"],
    [],
  ],
  [
    "no counters",
    "00:00:01,000 --> 00:00:02,000\na\n\n00:00:03,000 --> 00:00:04,000\nb",
    ["1000–2000 a", "3000–4000 b"],
    [],
  ],
  [
    "no blank lines",
    "1\n00:00:01,000 --> 00:00:02,000\na\n2\n00:00:03,000 --> 00:00:04,000\nb",
    ["1000–2000 a", "3000–4000 b"],
    [],
  ],
  ["a blank line below the counter", "1\n\n00:00:01,000 --> 00:00:02,000\na", ["1000–2000 a"], []],
  ["coordinates", "1\n00:00:01,000 --> 00:00:02,000 X1:0 X2:9\na", ["1000–2000 a"], []],
  [
    "tags",
    '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color="red">a</font> <I>b</I> <x> 1 < 2',
    ["1000–2000 a b <x> 1 < 2"],
    [],
  ],
  [
    "numbers as text",
    "1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:03,000 --> 00:00:04,000\nb",
    ["1000–2000 42", "3000–4000 b"],
    [],
  ],
  [
    "bad times",
    "1\n00:00:01,000 --> soon\na\n\n2\n00:61:01,000 --> 00:62:02,000\nb",
    [],
    ["2 bad-times", "6 bad-times"],
  ],
  ["an arrow in the text", "1\n00:00:01,000 --> 00:00:02,000\na --> b", ["1000–2000 a --> b"], []],
  ["an end that is not after the start", "1\n00:00:02,000 --> 00:00:02,000\na", [], ["2 ends-too-soon"]],
  [
    "a blank line inside a text",
    "1\n00:00:01,000 --> 00:00:02,000\na\n\nb\n\n2\n00:00:03,000 --> 00:00:04,000\nc",
    ["1000–2000 a", "3000–4000 c"],
    ["5 no-times"],
  ],
  [
    "stray text before the counter",
    "junk\n1\n00:00:01,000 --> 00:00:02,000\na",
    ["1000–2000 a"],
    ["1 no-times"],
  ],
  [
    "times without text",
    "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\n<i></i>",
    [],
    ["2 no-text", "5 no-text"],
  ],
])("SubRip with %s", (_, text, cues, problems) => {
  expect(inShort(parseSubRip(text))).toEqual({ cues, problems });
});

describe("captions are written", () => {
  const cues: Cue[] = [
    { kind: "speech", startMs: 999.6, endMs: 2_500, text: " Tom & Jerry\n\n<3 ", score: 0.4 },
    { kind: "audio", startMs: 3_723_004, endMs: 3_724_000, text: "Chuckle, chortle", score: 0.7 },
    { kind: "speech", startMs: 5_000, endMs: 5_000.2, text: "no length", score: null },
    { kind: "speech", startMs: 6_000, endMs: 7_000, text: " \n ", score: null },
  ];
  it("as WebVTT", () => {
    expect(printWebVtt(cues)).toBe(
      "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nTom &amp; Jerry\n&lt;3\n\n" +
        "01:02:03.004 --> 01:02:04.000\n<c.sound>[Chuckle, chortle]</c>\n",
    );
    expect(printWebVtt([])).toBe("WEBVTT\n");
  });
  it("as SubRip", () => {
    expect(printSubRip(cues)).toBe(
      "1\n00:00:01,000 --> 00:00:02,500\nTom & Jerry\n<3\n\n" +
        "2\n01:02:03,004 --> 01:02:04,000\n[Chuckle, chortle]\n",
    );
  });
  it("as plain text, a line each", () => {
    expect(printPlainText(cues)).toBe("Tom & Jerry <3\n[Chuckle, chortle]\n");
    expect(printPlainText(cues, { hasTimes: true })).toBe(
      "00:00:01 Tom & Jerry <3\n01:02:03 [Chuckle, chortle]\n",
    );
  });
});
