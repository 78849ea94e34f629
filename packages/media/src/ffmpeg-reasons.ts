import { MediaError } from "./errors.ts";

/** What ffmpeg and ffprobe say, and what a person reads; the first that fits counts. */
const reasons: { says: RegExp; reason: string; permanent: boolean }[] = [
  {
    says: /Cannot find ffmpeg|ENOENT|code 127/,
    reason: "The server lacks ffmpeg, which opens video and sound.",
    permanent: false,
  },
  {
    says: /No space left|ENOSPC/,
    reason: "The disk of the server is full.",
    permanent: false,
  },
  {
    says: /Cannot allocate memory|killed with signal|Resource temporarily unavailable|EAGAIN|EMFILE/,
    reason: "The server ran short of memory while it converted the video.",
    permanent: false,
  },
  {
    says: /exceeds|too large|Picture size \d+x\d+ is invalid/,
    reason: "The pictures of this video are too large to be converted.",
    permanent: true,
  },
  {
    says: /matches no streams|does not contain any stream/,
    reason: "The video holds no pictures.",
    permanent: true,
  },
  {
    says: /Decoder \(codec .*\) not found|Unknown decoder|no decoder|not implemented/i,
    reason: "This video is of a kind that the server cannot convert.",
    permanent: true,
  },
];

/** @returns whether ffmpeg could not get memory. It may end with code 0 all the same, and half of the film is missing. */
export function ranOutOfMemory(stderr: string): boolean {
  return /Cannot allocate memory/.test(stderr);
}

/** Turns the last lines of ffmpeg into one sentence. */
export function explainFfmpeg(cause: unknown): MediaError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const known = reasons.find(({ says }) => says.test(text));
  if (known) return new MediaError(known.reason, { permanent: known.permanent, cause });
  return new MediaError("The video or sound is damaged or incomplete.", { cause });
}
