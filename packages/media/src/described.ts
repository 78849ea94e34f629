import { firstOf, labelOf, linesOf, listOf, numberOf, type Tags, writtenOf } from "./tags.ts";

/** What a person, or the program they sorted their files with, wrote about a file; null for what nobody did. */
export interface Described {
  title: string | null;
  description: string | null;
  /** Each once, in the order they were written; null when nothing says any. */
  keywords: string[] | null;
  /** 1–5. */
  rating: number | null;
  artist: string | null;
  album: string | null;
  genre: string | null;
  trackNumber: number | null;
}

/** Groups that tell of a sound, most telling first. */
const soundGroups = ["ID3", "Vorbis", "QuickTime", "APE", "RIFF", "Matroska", "ASF", "FLAC"];
const inSound = (...names: string[]) =>
  soundGroups.flatMap((group) => names.map((name) => `${group}:${name}`));

const places = {
  title: ["XMP:Title", "IPTC:ObjectName", "EXIF:XPTitle", ...inSound("Title"), "PNG:Title"],
  description: [
    "XMP:Description",
    "IPTC:Caption-Abstract",
    "EXIF:ImageDescription",
    "EXIF:XPComment",
    "QuickTime:Description",
    "PNG:Description",
  ],
  artist: inSound("Artist", "AlbumArtist", "Band"),
  album: inSound("Album"),
  genre: inSound("Genre"),
  track: inSound("Track", "TrackNumber"),
};

/** What cameras write into every picture. */
const saysNothing =
  /^(olympus digital camera|(konica )?minolta digital camera|samsung( camera pictures)?|sony dsc|digital camera|exif[_ ]jpeg[_ ]picture|untitled|default|dcim\b.*)$/i;

/** Most keywords of a file. */
const mostKeywords = 100;

/** Reads what was written about a file: XMP before IPTC before EXIF, then the tags of sounds. Everything is cleaned and bounded. */
export function readDescribed(tags: Tags): Described {
  return {
    title: spoken(labelOf(firstOf(tags, places.title))),
    description: spoken(linesOf(firstOf(tags, places.description))),
    keywords: keywordsOf(tags),
    rating: ratingOf(firstOf(tags, ["XMP:Rating", "EXIF:Rating"])),
    artist: labelOf(firstOf(tags, places.artist)),
    album: labelOf(firstOf(tags, places.album)),
    genre: labelOf(firstOf(tags, places.genre)),
    trackNumber: trackOf(firstOf(tags, places.track)),
  };
}

function spoken(text: string | null): string | null {
  return text !== null && saysNothing.test(text) ? null : text;
}

/** XMP and IPTC list them; Windows writes them in one line. */
function keywordsOf(tags: Tags): string[] | null {
  const inOneLine = writtenOf(firstOf(tags, ["EXIF:XPKeywords"])).split(";");
  const written = [...listOf(tags["XMP:Subject"]), ...listOf(tags["IPTC:Keywords"]), ...inOneLine];
  const clean = written.slice(0, 10 * mostKeywords).flatMap((keyword) => labelOf(keyword, 100) ?? []);
  return clean.length > 0 ? [...new Set(clean)].slice(0, mostKeywords) : null;
}

/** XMP allows halves, and -1 for a file that was rejected (XMP 1.2, 8.4). */
function ratingOf(value: unknown): number | null {
  const stars = Math.round(numberOf(value, 5) ?? 0);
  return stars >= 1 ? stars : null;
}

/** Often with the number of all tracks: `3/12`, `3 of 12`. */
function trackOf(value: unknown): number | null {
  const track = numberOf(value, 100_000);
  return track !== null && Number.isInteger(track) && track > 0 ? track : null;
}
