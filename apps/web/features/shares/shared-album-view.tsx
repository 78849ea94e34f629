import type { SharedAlbum, SharedItem } from "@alcoves/core/shares/schema";
import { ChevronLeft, Download, File, Images, Music, Play } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { formatDuration } from "../files/format-file.ts";
import { shareUrls } from "./share-urls.ts";

/** What the album takes. */
interface SharedAlbumViewProps {
  share: SharedAlbum;
  token: string;
  /** Whether this is its first page. */
  isFirst: boolean;
}

/** An album behind a link: rows of pictures that the browser itself justifies, each a link. */
export function SharedAlbumView({ share, token, isFirst }: SharedAlbumViewProps) {
  const t = useTranslations("shares");
  const format = useFormatter();
  const { name, count, items, nextCursor, hasOriginals, expiresAt } = share;
  const facts = [
    t("count", { count }),
    expiresAt && t("until", { date: format.dateTime(expiresAt, { dateStyle: "long" }) }),
  ];
  return (
    <article className="grid w-full content-start gap-5 px-4 pb-12 sm:px-5">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid min-w-0 gap-1.5">
          <h1 className="break-words font-semibold text-24">{name}</h1>
          <p className="text-13 text-muted tabular-nums">{facts.filter(Boolean).join(" · ")}</p>
        </div>
        {count > 0 && (
          <Button asChild>
            <a href={shareUrls.archive(token)} download>
              <Download aria-hidden="true" className="size-[18px]" />
              {hasOriginals ? t("downloadAllOriginals") : t("downloadAll")}
            </a>
          </Button>
        )}
      </div>
      {items.length > 0 ? (
        <ul
          aria-label={t("files")}
          className="flex flex-wrap gap-1 [--row:116px] after:grow-[1000000] sm:[--row:220px]"
        >
          {items.map((item) => (
            <Tile key={item.reference} {...{ item, token }} />
          ))}
        </ul>
      ) : (
        <div className="grid min-h-[40dvh] place-content-center justify-items-center gap-3 text-muted">
          <Images aria-hidden="true" strokeWidth={1.5} className="size-8" />
          <p>{t("emptyAlbum")}</p>
        </div>
      )}
      <nav aria-label={t("pages")} className="flex justify-center gap-2 empty:hidden">
        {!isFirst && (
          <Button asChild>
            <a href={shareUrls.page(token)}>
              <ChevronLeft aria-hidden="true" className="size-[18px]" />
              {t("toBeginning")}
            </a>
          </Button>
        )}
        {nextCursor && (
          <Button asChild variant="primary">
            <a href={shareUrls.pageAfter(token, nextCursor)}>{t("more")}</a>
          </Button>
        )}
      </nav>
    </article>
  );
}

/** A panorama would otherwise be a line, and a column a needle: width against height. */
const [narrowest, widest] = [0.5, 3.5];

function Tile({ item, token }: { item: SharedItem; token: string }) {
  const { reference, name, pictureVersion, widthPx, heightPx, playback, kind, durationMs } = item;
  const shape = widthPx && heightPx ? widthPx / heightPx : 1;
  const aspect = Math.min(widest, Math.max(narrowest, shape));
  const Icon = kind === "audio" ? Music : File;
  return (
    <li
      style={{ flexGrow: aspect * 100, flexBasis: `calc(${aspect} * var(--row))` }}
      className="relative min-w-0 overflow-hidden rounded-[6px] bg-panel"
    >
      <a
        href={shareUrls.item({ token, reference })}
        aria-label={name}
        className="block focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-2"
      >
        {pictureVersion ? (
          <img
            src={shareUrls.picture({ token, reference }, { size: "card", version: pictureVersion })}
            alt=""
            loading="lazy"
            style={{ aspectRatio: aspect }}
            className="w-full object-cover"
          />
        ) : (
          <span
            style={{ aspectRatio: aspect }}
            className="grid w-full place-content-center justify-items-center gap-2 p-3 text-center text-13 text-muted"
          >
            <Icon aria-hidden="true" strokeWidth={1.5} className="size-7" />
            <span className="line-clamp-2 break-all">{name}</span>
          </span>
        )}
        {playback && (
          <span className="absolute right-1.5 bottom-1.5 flex items-center gap-1 rounded-full bg-black/65 px-2 py-0.5 text-12 text-white tabular-nums">
            <Play aria-hidden="true" className="size-3 fill-current" />
            {durationMs !== null && formatDuration(durationMs)}
          </span>
        )}
      </a>
    </li>
  );
}
