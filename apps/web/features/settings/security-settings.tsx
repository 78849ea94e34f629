import type { SessionSummary } from "@alcoves/core/accounts/schema";
import type { PasskeySummary } from "@alcoves/core/passkeys/schema";
import type { SecondFactor } from "@alcoves/core/second-factor/schema";
import { PasskeySettings } from "../passkeys/passkey-settings.tsx";
import { SecondFactorSettings } from "../second-factor/second-factor-settings.tsx";
import { SessionList } from "./session-list.tsx";

/** What the page of security shows. */
interface SecuritySettingsProps {
  secondFactor: SecondFactor;
  passkeys: PasskeySummary[];
  sessions: SessionSummary[];
  /** Of the instance: passkeys are bound to it. */
  origin: string;
}

/** Everything that keeps an account its owner's. */
export function SecuritySettings({ secondFactor, passkeys, sessions, origin }: SecuritySettingsProps) {
  return (
    <>
      <PasskeySettings loaded={passkeys} origin={origin} hasPassword={secondFactor.hasPassword} />
      <SecondFactorSettings loaded={secondFactor} />
      <SessionList loaded={sessions} />
    </>
  );
}
