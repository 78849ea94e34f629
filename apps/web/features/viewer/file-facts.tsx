"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { Star } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wallClock } from "../files/captured-on.ts";
import { formatBytes, formatDuration } from "../files/format-file.ts";
import { MiniMap } from "../map/mini-map.tsx";
import { Coordinates } from "./coordinates.tsx";
import { cameraName, exposureLine, offsetName } from "./exposure.ts";

/** What is known of a file, each with its name: what people wrote first, then what the camera did, then the file itself. */
export function FileFacts({ file, libraryId }: { file: FileDetails; libraryId: string }) {
  const t = useTranslations("viewer");
  const format = useFormatter();
  const date = (value: Date) =>
    format.dateTime(value, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });
  const codecs = [file.videoCodec, file.audioCodec].filter((codec) => codec !== null).join(", ");
  const dimensions = file.widthPx && file.heightPx && `${file.widthPx} × ${file.heightPx}`;
  const facts: [string, ReactNode][] = [
    [t("fact.title"), file.title],
    [t("fact.description"), file.description],
    [t("fact.rating"), file.rating && <Rating rating={file.rating} />],
    [t("fact.keywords"), file.keywords.length > 0 && <Chips words={file.keywords} />],
    [t("fact.artist"), file.artist],
    [t("fact.album"), file.album],
    [t("fact.track"), file.trackNumber],
    [t("fact.genre"), file.genre],
    [t("fact.name"), file.name],
    [t("fact.captured"), file.capturedAt && <Captured file={file} at={date(wallClock(file))} />],
    [t("fact.added"), date(wallClock({ ...file, capturedAt: null }))],
    [t("fact.camera"), cameraName(file)],
    [t("fact.lens"), file.lensModel],
    [t("fact.exposure"), exposureLine(file)],
    [t("fact.dimensions"), dimensions && (file.is360 ? `${dimensions} · ${t("is360")}` : dimensions)],
    [t("fact.duration"), file.durationMs && formatDuration(file.durationMs)],
    [t("fact.codecs"), codecs],
    [t("fact.loudness"), file.loudnessLufs !== null && `${file.loudnessLufs.toFixed(1)} LUFS`],
    [t("fact.size"), formatBytes(file.sizeBytes)],
    [t("fact.type"), file.mimeType],
    [t("fact.copies"), file.copyCount > 0 && t("copies", { count: file.copyCount })],
    [
      t("fact.place"),
      file.latitude !== null && file.longitude !== null && (
        <>
          <Coordinates key={file.fileId} latitude={file.latitude} longitude={file.longitude} />
          <MiniMap libraryId={libraryId} latitude={file.latitude} longitude={file.longitude} />
        </>
      ),
    ],
    [t("fact.uploader"), file.uploadedBy],
  ];
  return (
    <dl className="grid gap-3">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt className="text-12 text-muted">{name}</dt>
              <dd className="whitespace-pre-line break-words text-14 tabular-nums">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** The capture date, its offset, and how it is known. */
function Captured({ file, at }: { file: FileDetails; at: string }) {
  const t = useTranslations("viewer");
  const { capturedOffsetMinutes, capturedAtSource } = file;
  return (
    <>
      {capturedOffsetMinutes === null ? at : `${at} (${offsetName(capturedOffsetMinutes)})`}
      {capturedAtSource && (
        <span className="block text-12 text-muted">{t(`captureSource.${capturedAtSource}`)}</span>
      )}
    </>
  );
}

function Rating({ rating }: { rating: number }) {
  const t = useTranslations("viewer");
  return (
    <span role="img" aria-label={t("stars", { rating })} className="flex gap-0.5">
      {[1, 2, 3, 4, 5].map((star) => (
        <Star
          key={star}
          aria-hidden="true"
          className={`size-4 ${star <= rating ? "fill-current" : "text-muted opacity-50"}`}
        />
      ))}
    </span>
  );
}

function Chips({ words }: { words: string[] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-1.5">
      {words.map((word) => (
        <li key={word} className="rounded-full border border-line px-2 py-0.5 text-13">
          {word}
        </li>
      ))}
    </ul>
  );
}
