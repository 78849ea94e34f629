import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadShare } from "../../../../features/shares/load-share.ts";
import { shareMetadata } from "../../../../features/shares/share-metadata.ts";
import { SharePage } from "../../../../features/shares/share-page.tsx";
import { inProcess } from "../../../../server/in-process.ts";

interface ShareParams {
  params: Promise<{ token: string }>;
}

export async function generateMetadata({ params }: ShareParams): Promise<Metadata> {
  const { token } = await params;
  const t = await getTranslations("shares");
  const { origin } = inProcess();
  return shareMetadata(await loadShare(token), { token, origin, lockedTitle: t("lockedTitle") });
}

/** What a link to a moment opens, for everyone who has it. */
export default async function ShareRoute({ params }: ShareParams) {
  const { token } = await params;
  return <SharePage share={await loadShare(token)} token={token} />;
}
