import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { DoorPage } from "../accounts/door-page.tsx";
import { LibrarySquare } from "../libraries/library-square.tsx";
import { JoinButton } from "./join-button.tsx";
import type { LoadedInvite } from "./load-invite.ts";

/** What the page takes. */
type InvitePageProps = LoadedInvite & { token: string };

/** Where an invite's link leads: who invites to what, and the way in; or why there is none. */
export function InvitePage({ token, invite, me, mode }: InvitePageProps) {
  const t = useTranslations("invites");
  if (!invite) return <DoorPage title={t("missingTitle")} text={t("missingText")} foot={<Home />} />;
  if (invite.status === "already a member") {
    const { libraryId, libraryName: name } = invite;
    return (
      <DoorPage title={t("memberTitle", { name })} text={t("memberText")}>
        <Button asChild variant="primary" size="large" className="w-full">
          <Link href={`/l/${libraryId}`}>{t("open", { name })}</Link>
        </Button>
      </DoorPage>
    );
  }
  if (invite.status !== "pending") {
    return <DoorPage title={t("overTitle")} text={t(`over.${invite.status}`)} foot={<Home />} />;
  }
  const { libraryName: name, inviter, emoji } = invite;
  const callbackUrl = `/invite/${token}`;
  return (
    <DoorPage
      title={inviter ? t("invitesYou", { inviter }) : t("youAreInvited")}
      text={me ? t("signedInAs", { name: me.name, email: me.email }) : t("pendingText")}
    >
      <div className="mb-6 flex items-center gap-3 rounded-card border border-line px-4 py-3">
        <LibrarySquare emoji={emoji} />
        <div className="min-w-0">
          <p className="truncate font-semibold text-15">{name}</p>
          <p className="text-13 text-muted">{t("asViewer")}</p>
        </div>
      </div>
      {me ? (
        <JoinButton token={token} name={name} />
      ) : (
        <div className="grid gap-3">
          {mode !== "closed" && (
            <Button asChild variant="primary" size="large">
              <Link href={{ pathname: "/register", query: { callbackUrl } }}>{t("register")}</Link>
            </Button>
          )}
          <Button asChild variant={mode === "closed" ? "primary" : "outline"} size="large">
            <Link href={{ pathname: "/sign-in", query: { callbackUrl } }}>{t("signIn")}</Link>
          </Button>
        </div>
      )}
    </DoorPage>
  );
}

function Home() {
  const t = useTranslations("errors");
  return (
    <Link href="/" className="rounded-[4px] font-[550] text-accent-text underline-offset-4 hover:underline">
      {t("home")}
    </Link>
  );
}
