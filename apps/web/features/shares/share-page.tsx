import type { OpenedShare, SharedFile, SharedMoment } from "@alcoves/core/shares/schema";
import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { PlainPage } from "../../components/plain-page.tsx";
import { formatDuration } from "../files/format-file.ts";
import { playableOf } from "./playable.ts";
import { LookAgain, ShareFrame } from "./share-frame.tsx";
import { shareUrls } from "./share-urls.ts";
import { SharedAlbumView } from "./shared-album-view.tsx";
import { SharedAbout, SharedStage } from "./shared-item-view.tsx";
import { SharedPlayer } from "./shared-player.tsx";
import { UnlockForm } from "./unlock-form.tsx";

/** What a visitor of a link sees. @param isFirst whether it is the first page of what is shown in pages */
export function SharePage({
  share,
  token,
  isFirst,
}: {
  share: OpenedShare;
  token: string;
  isFirst: boolean;
}) {
  return (
    <ShareFrame>
      {share.isLocked ? (
        <Locked token={token} />
      ) : share.kind === "moment" ? (
        <SharedMomentView {...{ share, token }} />
      ) : share.kind === "file" ? (
        <SharedFileView {...{ share, token }} />
      ) : (
        <SharedAlbumView {...{ share, token, isFirst }} />
      )}
    </ShareFrame>
  );
}

function Locked({ token }: { token: string }) {
  const t = useTranslations("shares");
  return (
    <PlainPage title={t("lockedTitle")} text={t("lockedText")}>
      <UnlockForm token={token} />
    </PlainPage>
  );
}

function SharedFileView({ share, token }: { share: SharedFile; token: string }) {
  const { item, expiresAt } = share;
  return (
    <article className="mx-auto grid w-full max-w-[1100px] gap-5 pb-12 sm:px-5">
      <SharedStage {...{ item, token }} />
      <SharedAbout {...{ item, token, expiresAt }} />
    </article>
  );
}

function SharedMomentView({ share, token }: { share: SharedMoment; token: string }) {
  const t = useTranslations("shares");
  const format = useFormatter();
  const { name, description, durationMs, expiresAt } = share;
  const playable = playableOf(share, token);
  if (!playable)
    return (
      <PlainPage title={name} text={t(share.clip === "failed" ? "notPlayable" : "processing")}>
        <LookAgain />
      </PlainPage>
    );
  return (
    <article className="mx-auto grid w-full max-w-[1100px] gap-5 pb-12 sm:px-5">
      <SharedPlayer {...playable} className="max-h-[72dvh] w-full bg-black object-contain sm:rounded-card" />
      <div className="flex flex-wrap items-start justify-between gap-4 max-sm:px-4">
        <div className="grid min-w-0 gap-1.5">
          <h1 className="break-words font-semibold text-24">{name}</h1>
          <p className="text-13 text-muted tabular-nums">
            {formatDuration(durationMs)}
            {expiresAt && ` · ${t("until", { date: format.dateTime(expiresAt, { dateStyle: "long" }) })}`}
          </p>
          {description && (
            <p className="max-w-[70ch] whitespace-pre-line break-words text-15">{description}</p>
          )}
        </div>
        <Button asChild>
          <a href={shareUrls.download(token)} download>
            <Download aria-hidden="true" className="size-[18px]" />
            {t("download")}
          </a>
        </Button>
      </div>
    </article>
  );
}
