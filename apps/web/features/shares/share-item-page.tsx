import type { SharedAlbumItem } from "@alcoves/core/shares/schema";
import { ChevronLeft, ChevronRight, LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { ShareFrame } from "./share-frame.tsx";
import { shareUrls } from "./share-urls.ts";
import { SharedAbout, SharedStage } from "./shared-item-view.tsx";
import { TurnByKeys } from "./turn-by-keys.tsx";

/** One file of an album behind a link, with links to those beside it. */
export function ShareItemPage({ share, token }: { share: SharedAlbumItem; token: string }) {
  const t = useTranslations("shares");
  const { item, album, previous, next, expiresAt } = share;
  const hrefOf = (reference: string | null) => reference && shareUrls.item({ token, reference });
  const ways = { previous: hrefOf(previous), next: hrefOf(next), out: shareUrls.page(token) };
  return (
    <ShareFrame>
      <TurnByKeys {...ways} />
      <article className="mx-auto grid w-full max-w-[1280px] gap-4 pb-12 sm:px-5">
        <nav
          aria-label={t("inAlbum", { album })}
          className="flex items-center justify-between gap-2 max-sm:px-4"
        >
          <Button asChild variant="quiet" className="min-w-0 shrink">
            <a href={ways.out}>
              <LayoutGrid aria-hidden="true" className="size-[18px] shrink-0" />
              <span className="truncate">{album}</span>
            </a>
          </Button>
          <span className="flex gap-2">
            <Way href={ways.previous} label={t("previous")}>
              <ChevronLeft aria-hidden="true" className="size-5" />
            </Way>
            <Way href={ways.next} label={t("next")}>
              <ChevronRight aria-hidden="true" className="size-5" />
            </Way>
          </span>
        </nav>
        <SharedStage {...{ item, token }} />
        <SharedAbout {...{ item, token, expiresAt }} />
      </article>
    </ShareFrame>
  );
}

function Way({ href, label, children }: { href: string | null; label: string; children: ReactNode }) {
  if (!href) return <span className="size-9" />;
  return (
    <Button asChild>
      <a href={href} aria-label={label} title={label} className="!px-2">
        {children}
      </a>
    </Button>
  );
}
