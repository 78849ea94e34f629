import type { SessionSummary } from "@alcoves/core/accounts/schema";
import { SessionList } from "./session-list.tsx";

/** What the page of security shows. */
interface SecuritySettingsProps {
  sessions: SessionSummary[];
}

/** Everything that keeps an account its owner's. */
export function SecuritySettings({ sessions }: SecuritySettingsProps) {
  return <SessionList loaded={sessions} />;
}
