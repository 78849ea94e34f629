import type { OpenedShare, SharedMoment } from "@alcoves/core/shares/schema";
import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { Mark } from "../../components/mark.tsx";
import { PlainPage } from "../../components/plain-page.tsx";
import { formatDuration } from "../files/format-file.ts";
import { shareUrls } from "./share-urls.ts";
import { SharedPlayer } from "./shared-player.tsx";
import { UnlockForm } from "./unlock-form.tsx";

/** How often a page looks whether the clip is there, s. */
const lookAgainSeconds = 8;

/** What a visitor of a link sees. It leads nowhere else: they have come for this one moment. */
export function SharePage({ share, token }: { share: OpenedShare; token: string }) {
  const t = useTranslations("shares");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 shrink-0 items-center gap-2 px-5 text-muted">
        <Mark className="size-6" />
        <span className="font-[550] text-14">Alcoves</span>
      </header>
      <main className="flex flex-1 flex-col">
        {share.isLocked ? (
          <PlainPage title={t("lockedTitle")} text={t("lockedText")}>
            <UnlockForm token={token} />
          </PlainPage>
        ) : (
          <Shared share={share} token={token} />
        )}
      </main>
    </div>
  );
}

function Shared({ share, token }: { share: SharedMoment; token: string }) {
  const t = useTranslations("shares");
  const format = useFormatter();
  const { name, description, durationMs, expiresAt } = share;
  if (share.clip === "processing")
    return (
      <PlainPage title={name} text={t("processing")}>
        <meta httpEquiv="refresh" content={String(lookAgainSeconds)} />
      </PlainPage>
    );
  return (
    <article className="mx-auto grid w-full max-w-[1100px] gap-5 pb-12 sm:px-5">
      <SharedPlayer
        {...{ share, token }}
        className="max-h-[72dvh] w-full bg-black object-contain sm:rounded-card"
      />
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
