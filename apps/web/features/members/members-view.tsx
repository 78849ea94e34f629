import type { Me } from "@alcoves/core/accounts/schema";
import type { InviteSummary } from "@alcoves/core/invites/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { MemberSummary } from "@alcoves/core/members/schema";
import { useTranslations } from "next-intl";
import { InviteList } from "../invites/invite-list.tsx";
import { ColumnPage } from "../shell/column-page.tsx";
import { LeaveLibrary } from "./leave-library.tsx";
import { MemberList } from "./member-list.tsx";

/** What the page of members shows. */
interface MembersViewProps {
  library: LibrarySummary;
  me: Me;
  members: MemberSummary[];
  /** Null for those who do not manage members. */
  invites: InviteSummary[] | null;
}

/** Who belongs to a library, and how others come to. */
export function MembersView({ library, me, members, invites }: MembersViewProps) {
  const t = useTranslations("members");
  return (
    <ColumnPage title={t("of", { name: library.name })}>
      <MemberList library={library} userId={me.userId} loaded={members} />
      {invites && <InviteList libraryId={library.libraryId} loaded={invites} />}
      {library.role !== "owner" && <LeaveLibrary library={library} />}
    </ColumnPage>
  );
}
