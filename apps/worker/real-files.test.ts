import { relative } from "node:path";
import { sniffFile } from "@alcoves/core/files";
import { MediaError } from "@alcoves/media/errors";
import { closeMetadataReader, readMetadata } from "@alcoves/media/metadata";
import {
  exiftoolValues,
  type FileFacts,
  independentFacts,
  missingPrograms,
} from "@alcoves/testing/real-files/independent";
import { describeWithSharedMedia, sharedMedia, sharedMediaIn } from "@alcoves/testing/shared-media";
import { afterAll, describe, expect, it } from "vitest";

afterAll(() => closeMetadataReader());

const missing = await missingPrograms();
if (missing.length > 0) console.warn(`SKIPPED for want of ${missing.join(", ")}: the table of real files`);

/** Everything of the shared set but the broken files, found by walking it. */
const paths = sharedMediaIn(".").filter((path) => !path.includes("/malformed/"));
const theirs = missing.length > 0 ? new Map() : await exiftoolValues(paths);
const media = paths.filter((path) => /^(image|video|audio)\//.test(String(theirs.get(path)?.MIMEType)));

/** What we say of a file, as the worker reads it; the sentence for a person when it cannot be read. */
async function ourFacts(path: string): Promise<FileFacts | string> {
  const { mimeType, kind } = await sniffFile(path);
  if (kind === "other") return "kept as a file, and not read";
  try {
    const read = await readMetadata({ sourcePath: path, mimeType });
    return {
      mimeType,
      widthPx: read.widthPx,
      heightPx: read.heightPx,
      capturedAt: read.capturedAt?.toISOString() ?? null,
      offsetMinutes: read.capturedOffsetMinutes,
      latitude: read.latitude === null ? null : Number(read.latitude.toFixed(4)),
      longitude: read.longitude === null ? null : Number(read.longitude.toFixed(4)),
      durationMs: read.durationMs,
      videoCodec: read.videoCodec,
      audioCodec: read.audioCodec,
      isPlayable: read.videoCodec === null ? null : read.isWebPlayable,
    };
  } catch (error) {
    if (error instanceof MediaError) return error.reason;
    throw error;
  }
}

/** Two names of one type. */
const sameType: Record<string, string> = {
  "audio/x-wav": "audio/wav",
  "video/x-msvideo": "video/vnd.avi",
};

/** Where we differ on purpose: what we say, and why. */
const justified: Record<string, { ours: Partial<FileFacts> | string; because: string }> = {
  "cameras/Nikon D5000.jpg": {
    ours: { latitude: 48.8887, longitude: 21.0433 },
    because: "its EXIF has empty coordinates, which exiftool passes on; its XMP has the place",
  },
  "metadata/gps-position/thompson-springs.jpg": {
    ours: { capturedAt: "2022-01-10T19:15:44.310Z" },
    because: "XMP tells the same time as IPTC, with the fraction of the second",
  },
  "formats/odd/Channel_digital_image_CMYK_color.jpg": {
    ours: { capturedAt: "2004-03-20T12:54:55.000Z", offsetMinutes: 120 },
    because: "its XMP tells the same time with an offset, which exiftool's flat list hides behind EXIF",
  },
  "cameras/Issue 600 (2).jpg": {
    ours: { offsetMinutes: null },
    because: "the +00:00 of IPTC is what programs write that know no offset",
  },
  "formats/odd/corrupt-header.jpg": {
    ours: "The image is damaged or incomplete.",
    because: "nobody can read it: a sentence says so",
  },
  "formats/odd/relax.jp2": {
    ours: "kept as a file, and not read",
    because: "no browser shows JPEG 2000, and the decoder is left out of sharp",
  },
};

describe.skipIf(missing.length > 0)("against programs of others", () => {
  describeWithSharedMedia("what we say of a real file", () => {
    it.each(media.map((path) => [relative(sharedMedia ?? "", path), path]))("%s", async (name, path) => {
      const exception = justified[name];
      const [ours, independent] = await Promise.all([
        ourFacts(path),
        independentFacts(path, theirs.get(path)).then(
          (facts) => ({ ...facts, mimeType: sameType[facts.mimeType] ?? facts.mimeType }),
          () => "unreadable",
        ),
      ]);
      // An exception that is none any more is as wrong as a difference.
      if (exception) expect(independent).not.toEqual(ours);
      if (typeof exception?.ours === "string") expect(ours).toBe(exception.ours);
      else if (typeof independent === "string") expect(ours).toBe(independent);
      else expect(ours).toEqual({ ...independent, ...exception?.ours });
    });
  });
});
