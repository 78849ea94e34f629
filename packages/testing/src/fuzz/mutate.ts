import { crc32 } from "node:zlib";
import type { Random } from "../random.ts";
import { findLengthFields } from "./length-fields.ts";

/** A file that was broken, and how: the recipe tells a person, the seed repeats it. */
export interface Broken {
  bytes: Buffer;
  recipe: string[];
}

type Mutation = (file: Buffer, random: Random, other: Buffer) => { bytes: Buffer; step: string };

const extremes = [0, 1, 0x7f, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;
/** Bytes at the start in which most of what a reader believes is said. */
const headerBytes = 1_024;

/** Each breaks a file in one way; a file of one byte or more stays one of one byte or more. */
const mutations: readonly Mutation[] = [
  function flipBits(file, random) {
    const count = 1 + random.below(64);
    const within = random.below(2) ? file.length : Math.min(file.length, headerBytes);
    for (let flip = 0; flip < count; flip += 1) {
      const at = random.below(within);
      file[at] = (file[at] ?? 0) ^ (1 << random.below(8));
    }
    return { bytes: file, step: `${count} bits flipped in the first ${within} bytes` };
  },
  function fillRun(file, random) {
    const at = random.below(file.length);
    const length = 1 + random.below(Math.min(4_096, file.length - at));
    const value = random.pick([0x00, 0xff, 0x7f, random.below(256)]);
    file.fill(value, at, at + length);
    return { bytes: file, step: `${length} bytes of ${value} at ${at}` };
  },
  function truncate(file, random) {
    const length = 1 + random.below(file.length);
    return { bytes: file.subarray(0, length), step: `cut off at ${length}` };
  },
  function splice(file, random, other) {
    const [head, tail] = [1 + random.below(file.length), random.below(other.length)];
    const bytes = Buffer.concat([file.subarray(0, head), other.subarray(tail)]);
    return { bytes, step: `the first ${head} bytes, and another file from ${tail} on` };
  },
  function editHeader(file, random) {
    const [at, value] = [
      random.below(Math.max(1, Math.min(file.length, headerBytes) - 4)),
      random.pick(extremes),
    ];
    write(
      file,
      { at, bytes: random.pick([2, 4] as const), order: random.pick(["big", "little"] as const) },
      value,
    );
    return { bytes: file, step: `${value} at ${at} of the header` };
  },
  function exaggerate(file, random) {
    const fields = findLengthFields(file);
    if (fields.length === 0)
      return { bytes: file.subarray(0, file.length - 1 || 1), step: "the last byte cut off" };
    const [field, value] = [random.pick(fields), random.pick(extremes)];
    write(file, field, value);
    return { bytes: file, step: `${value} in the length ${field.name}` };
  },
  function insertJunk(file, random) {
    const at = random.below(file.length);
    const junk = Buffer.from(Array.from({ length: 1 + random.below(512) }, () => random.below(256)));
    const bytes = Buffer.concat([file.subarray(0, at), junk, file.subarray(at)]);
    return { bytes, step: `${junk.length} bytes of junk at ${at}` };
  },
  function repeatPart(file, random) {
    const at = random.below(file.length);
    const part = file.subarray(at, at + 1 + random.below(8_192));
    const times = 1 + random.below(16);
    const bytes = Buffer.concat([
      file.subarray(0, at),
      ...Array.from({ length: times }, () => part),
      file.subarray(at),
    ]);
    return { bytes, step: `${part.length} bytes from ${at} repeated ${times} times` };
  },
  function dropPart(file, random) {
    const at = 1 + random.below(Math.max(1, file.length - 1));
    const bytes = Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + random.below(8_192))]);
    return { bytes, step: `bytes from ${at} left out` };
  },
];

/** Breaks a file in one to three ways. @param other a file to splice with */
export function mutate(file: Buffer, other: Buffer, random: Random): Broken {
  const recipe: string[] = [];
  let bytes: Buffer = Buffer.from(file);
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const made = random.pick(mutations)(bytes, random, other);
    recipe.push(made.step);
    bytes = Buffer.from(made.bytes);
  }
  // A reader looks no further into a PNG chunk whose sum is wrong, so half of them get the right one.
  if (random.below(2) && mendPngSums(bytes)) recipe.push("the sums of its chunks mended");
  return { bytes, recipe };
}

function write(
  file: Buffer,
  { at, bytes, order }: { at: number; bytes: 2 | 4; order: "big" | "little" },
  value: number,
): void {
  const fitting = bytes === 2 ? value & 0xffff : value >>> 0;
  if (at + bytes > file.length) return;
  if (order === "big") file.writeUIntBE(fitting, at, bytes);
  else file.writeUIntLE(fitting, at, bytes);
}

/** @returns whether it is a PNG */
function mendPngSums(file: Buffer): boolean {
  if (file.readUIntBE(0, Math.min(4, file.length)) !== 0x89504e47) return false;
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length) break;
    file.writeUInt32BE(crc32(file.subarray(at + 4, end)), end);
    at = end + 4;
  }
  return true;
}
