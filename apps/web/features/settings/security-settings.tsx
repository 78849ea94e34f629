import type { SessionSummary } from "@alcoves/core/accounts/schema";
import type { SecondFactor } from "@alcoves/core/second-factor/schema";
import { SecondFactorSettings } from "../second-factor/second-factor-settings.tsx";
import { SessionList } from "./session-list.tsx";

/** What the page of security shows. */
interface SecuritySettingsProps {
  secondFactor: SecondFactor;
  sessions: SessionSummary[];
}

/** Everything that keeps an account its owner's. */
export function SecuritySettings({ secondFactor, sessions }: SecuritySettingsProps) {
  return (
    <>
      <SecondFactorSettings loaded={secondFactor} />
      <SessionList loaded={sessions} />
    </>
  );
}
