import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitePage } from "../../../../features/invites/invite-page.tsx";
import { loadInvite } from "../../../../features/invites/load-invite.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invites");
  return { title: t("landing"), robots: { index: false } };
}

/** What an invite leads to, before and after signing in. */
export default async function InviteRoute({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <InvitePage token={token} {...(await loadInvite(token))} />;
}
