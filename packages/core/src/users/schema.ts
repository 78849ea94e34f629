/** An account as the owner of the instance sees it. */
export interface UserSummary {
  userId: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  isInstanceOwner: boolean;
  createdAt: Date;
  /** The last request of one of their sessions or tokens; null when none is left that tells. */
  lastSeenAt: Date | null;
  disabledAt: Date | null;
}
