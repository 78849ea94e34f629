import { MediaError } from "./errors.ts";

/** The one demuxer of ffmpeg that may open each sniffed type: a playlist inside an .avi is then no playlist. */
const demuxers: Record<string, string> = {
  "video/mp4": "mov",
  "video/x-m4v": "mov",
  "video/quicktime": "mov",
  "video/3gpp": "mov",
  "video/3gpp2": "mov",
  "video/webm": "matroska",
  "video/matroska": "matroska",
  "video/x-matroska": "matroska",
  "video/vnd.avi": "avi",
  "video/x-msvideo": "avi",
  "video/mpeg": "mpeg",
  "video/MP1S": "mpeg",
  "video/MP2P": "mpeg",
  "video/mp2t": "mpegts",
  "video/x-flv": "flv",
  "video/x-ms-asf": "asf",
  "video/x-ms-wmv": "asf",
  "video/ogg": "ogg",
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
  "audio/vnd.wave": "wav",
  "audio/flac": "flac",
  "audio/x-flac": "flac",
  "audio/ogg": "ogg",
  "audio/opus": "ogg",
  "audio/mp4": "mov",
  "audio/x-m4a": "mov",
  "audio/aac": "aac",
  "audio/x-wav": "wav",
  "audio/webm": "matroska",
  "audio/x-matroska": "matroska",
  "audio/3gpp": "mov",
  "audio/amr": "amr",
  "audio/ac3": "ac3",
  "audio/vnd.dolby.dd-raw": "ac3",
  "audio/ape": "ape",
  "audio/wavpack": "wv",
  "audio/x-dsf": "dsf",
  "audio/x-voc": "voc",
  "audio/x-ms-asf": "asf",
  "audio/aiff": "aiff",
  "audio/x-aiff": "aiff",
};

/** @returns the demuxer for a sniffed type. @throws MediaError for a type Alcoves does not play */
export function demuxerOf(mimeType: string): string {
  const demuxer = demuxers[mimeType.split(";")[0]?.trim() ?? ""];
  if (!demuxer) throw new MediaError("This kind of video or sound cannot be played here.");
  return demuxer;
}
