import type { Me, SessionSummary } from "@alcoves/core/accounts/schema";
import { PasswordSetting } from "./password-setting.tsx";
import { SessionList } from "./session-list.tsx";

/** What the page of security shows. */
interface SecuritySettingsProps {
  me: Me;
  sessions: SessionSummary[];
}

/** Everything that keeps an account its owner's. */
export function SecuritySettings({ me, sessions }: SecuritySettingsProps) {
  return (
    <>
      <PasswordSetting me={me} />
      <SessionList loaded={sessions} />
    </>
  );
}
