import type { SharedDetails, SharedItem } from "@alcoves/core/shares/schema";
import { useFormatter, useTranslations } from "next-intl";
import { cameraName, exposureLine, offsetName } from "../viewer/exposure.ts";

const minuteMs = 60_000;

/** What a link tells of a file beside its name: nothing, unless it was made to. */
export function SharedFacts({ item }: { item: SharedItem }) {
  const t = useTranslations("viewer");
  const { details, place } = item;
  const captured = useCaptured(details);
  const facts = [
    [t("fact.captured"), captured],
    [t("fact.camera"), details && cameraName(details)],
    [t("fact.lens"), details?.lensModel],
    [t("fact.exposure"), details && exposureLine(details)],
    [t("fact.place"), place && `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`],
  ] as const;
  return (
    <>
      {details?.description && (
        <p className="max-w-[70ch] whitespace-pre-line break-words text-15">{details.description}</p>
      )}
      <dl className="flex flex-wrap gap-x-8 gap-y-2 pt-1 empty:hidden">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt className="text-12 text-muted">{name}</dt>
                <dd className="break-words text-14 tabular-nums">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}

/** @returns when something was taken, by the clock where that was */
function useCaptured(details: SharedDetails | null): string | null {
  const format = useFormatter();
  if (!details?.capturedAt) return null;
  const { capturedAt, capturedOffsetMinutes: offset } = details;
  const there = new Date(capturedAt.getTime() + (offset ?? 0) * minuteMs);
  const at = format.dateTime(there, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return offset === null ? at : `${at} (${offsetName(offset)})`;
}
