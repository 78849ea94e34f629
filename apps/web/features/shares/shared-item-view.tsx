import type { SharedItem } from "@alcoves/core/shares/schema";
import { Download, FileQuestion } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { formatBytes, formatDuration } from "../files/format-file.ts";
import { playableItem } from "./playable.ts";
import { LookAgain } from "./share-frame.tsx";
import { shareUrls } from "./share-urls.ts";
import { SharedFacts } from "./shared-facts.tsx";
import { SharedPlayer } from "./shared-player.tsx";

/** What of a file there is to be seen or heard, or why there is nothing. */
export function SharedStage({ item, token }: { item: SharedItem; token: string }) {
  const t = useTranslations("shares");
  const playable = playableItem(item, token);
  const { name, pictureVersion, reference, playback, widthPx, heightPx } = item;
  const picture =
    pictureVersion && shareUrls.picture({ token, reference }, { size: "preview", version: pictureVersion });
  const frame = "max-h-[72dvh] w-full bg-black object-contain sm:rounded-card";
  if (playable && !playable.isSound) return <SharedPlayer {...playable} className={frame} />;
  return (
    <div className="grid gap-4">
      {picture && (
        <img
          src={picture}
          alt={name}
          style={widthPx && heightPx ? { aspectRatio: `${widthPx} / ${heightPx}` } : undefined}
          className={frame}
        />
      )}
      {playable && (
        <div className="max-sm:px-4">
          <SharedPlayer {...playable} className="" />
        </div>
      )}
      {playback === "processing" && (
        <Note text={t("preparing")}>
          <LookAgain />
        </Note>
      )}
      {playback === "failed" && <Note text={t("notPlayable")} />}
      {!picture && playback === null && <Note text={t("nothingToShow")} />}
    </div>
  );
}

function Note({ text, children }: { text: string; children?: React.ReactNode }) {
  return (
    <div className="grid min-h-40 place-content-center justify-items-center gap-3 rounded-card border border-line p-6 text-center text-15 text-muted max-sm:mx-4">
      <FileQuestion aria-hidden="true" strokeWidth={1.5} className="size-8" />
      <p className="max-w-[48ch] text-balance">{text}</p>
      {children}
    </div>
  );
}

/** What a file is called, what is known of it, and how it is saved. */
export function SharedAbout({
  item,
  token,
  expiresAt,
}: {
  item: SharedItem;
  token: string;
  expiresAt: Date | null;
}) {
  const t = useTranslations("shares");
  const format = useFormatter();
  const { name, durationMs, originalSizeBytes: bytes } = item;
  const saved = savedAt(item, token);
  const facts = [
    durationMs !== null && formatDuration(durationMs),
    expiresAt && t("until", { date: format.dateTime(expiresAt, { dateStyle: "long" }) }),
  ];
  return (
    <div className="flex flex-wrap items-start justify-between gap-4 max-sm:px-4">
      <div className="grid min-w-0 gap-1.5">
        <h1 className="break-words font-semibold text-24">{name}</h1>
        <p className="text-13 text-muted tabular-nums">{facts.filter(Boolean).join(" · ")}</p>
        <SharedFacts item={item} />
      </div>
      {saved && (
        <Button asChild>
          <a href={saved} download>
            <Download aria-hidden="true" className="size-[18px]" />
            {bytes === null ? t("download") : t("downloadOriginal", { size: formatBytes(bytes) })}
          </a>
        </Button>
      )}
    </div>
  );
}

/** @returns where a file is saved from: the original where there is one to be had, else what is shown */
function savedAt(item: SharedItem, token: string): string | null {
  const place = { token, reference: item.reference };
  if (item.originalSizeBytes !== null) return shareUrls.saveOriginal(place);
  if (item.playback === "ready") return shareUrls.savePlay(place);
  return item.playback === null && item.pictureVersion ? shareUrls.savePicture(place) : null;
}
