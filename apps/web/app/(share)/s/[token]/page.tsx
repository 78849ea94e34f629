import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadShare, loadShareItem } from "../../../../features/shares/load-share.ts";
import { ShareItemPage } from "../../../../features/shares/share-item-page.tsx";
import { shareItemMetadata, shareMetadata } from "../../../../features/shares/share-metadata.ts";
import { SharePage } from "../../../../features/shares/share-page.tsx";
import { inProcess } from "../../../../server/in-process.ts";

interface ShareParams {
  params: Promise<{ token: string }>;
  /** One file of an album, or where a page of it begins. */
  searchParams: Promise<{ item?: string | string[]; after?: string | string[] }>;
}

export async function generateMetadata({ params, searchParams }: ShareParams): Promise<Metadata> {
  const { token } = await params;
  const { item, after } = await searchParams;
  const t = await getTranslations("shares");
  const place = { token, origin: inProcess().origin };
  if (typeof item === "string") return shareItemMetadata(await loadShareItem(token, item), place);
  return shareMetadata(await loadShare(token, cursorIn(after)), { ...place, lockedTitle: t("lockedTitle") });
}

/** What a link to a moment, a file or an album opens, for everyone who has it. */
export default async function ShareRoute({ params, searchParams }: ShareParams) {
  const { token } = await params;
  const { item, after } = await searchParams;
  if (typeof item === "string")
    return <ShareItemPage share={await loadShareItem(token, item)} token={token} />;
  const cursor = cursorIn(after);
  return <SharePage share={await loadShare(token, cursor)} token={token} isFirst={cursor === null} />;
}

function cursorIn(after: string | string[] | undefined): string | null {
  return typeof after === "string" && after !== "" ? after : null;
}
