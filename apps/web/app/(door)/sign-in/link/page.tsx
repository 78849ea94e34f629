import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { identityChoices } from "../../../../features/accounts/identity-choices.ts";
import { LinkPage } from "../../../../features/accounts/link-page.tsx";
import { loadMe } from "../../../../features/accounts/load-me.ts";
import { loadPendingLink } from "../../../../features/accounts/load-pending-link.ts";
import { safeCallbackUrl } from "../../../../features/accounts/safe-callback-url.ts";
import { inProcess } from "../../../../server/in-process.ts";
import { serverCaller } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("signIn") };
}

/** Connecting an identity to an account, with the consent of whoever is signed in to it. */
export default async function SignInLinkPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string }>;
}) {
  const { callbackUrl } = await searchParams;
  const caller = await serverCaller();
  const [pending, me, { sendsMail }] = await Promise.all([
    loadPendingLink(),
    loadMe(),
    caller.accounts.registration(),
  ]);
  return (
    <LinkPage
      pending={pending}
      own={me?.email ?? ""}
      sendsMail={sendsMail}
      choices={identityChoices()}
      callbackUrl={safeCallbackUrl(callbackUrl, inProcess().origin)}
    />
  );
}
