import type { PendingLink } from "@alcoves/core/identities/schema";
import { useTranslations } from "next-intl";
import { inProcess } from "../../server/in-process.ts";
import { DoorPage } from "./door-page.tsx";
import { IdentityButtons } from "./identity-buttons.tsx";
import type { IdentityChoice } from "./identity-choices.ts";
import { LinkConsent } from "./link-consent.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { SignOutButton } from "./sign-out-button.tsx";

/** What the page takes. */
interface LinkPageProps {
  pending: PendingLink & { providerName: string };
  /** Address of the account that is signed in; empty for a visitor. */
  own: string;
  /** Whether a link to set a new password can come by mail. */
  sendsMail: boolean;
  choices: IdentityChoice[];
  callbackUrl: string;
}

/** An identity waits for an account's consent: signs in to the account first, then asks. */
export function LinkPage({ pending, own, sendsMail, choices, callbackUrl }: LinkPageProps) {
  const t = useTranslations("accounts");
  const { asks, email, providerName: provider } = pending;
  const title = t("linkTitle", { provider });
  if (asks === "you") {
    const text = email ? t("linkYours", { email, own }) : t("linkYoursUnnamed", { own });
    return (
      <DoorPage title={title} text={text}>
        <LinkConsent callbackUrl={callbackUrl} />
      </DoorPage>
    );
  }
  const who = { provider, email: email ?? "" };
  if (asks === "another") {
    return (
      <DoorPage title={title} text={t("linkAnother", { ...who, own })}>
        <SignOutButton />
      </DoorPage>
    );
  }
  const back = `/sign-in/link?callbackUrl=${encodeURIComponent(callbackUrl)}`;
  return (
    <DoorPage title={title} text={t("linkVisitor", who)}>
      <SignInForm callbackUrl={back} origin={inProcess().origin} sendsMail={sendsMail} />
      <IdentityButtons choices={choices.filter(({ id }) => id !== pending.provider)} callbackUrl={back} />
    </DoorPage>
  );
}
