"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { MemberSummary } from "@alcoves/core/members/schema";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { MemberRow } from "./member-row.tsx";
import { RemoveMemberDialog } from "./remove-member-dialog.tsx";

/** What the list takes. */
interface MemberListProps {
  library: LibrarySummary;
  /** Who looks. */
  userId: string;
  loaded: MemberSummary[];
}

/** Everyone in the library, with what those may change who manage members. */
export function MemberList({ library, userId, loaded }: MemberListProps) {
  const t = useTranslations("members");
  const trpc = useTRPC();
  const { libraryId } = library;
  const { data: members } = useQuery(trpc.members.list.queryOptions({ libraryId }, { initialData: loaded }));
  const [removing, setRemoving] = useState<MemberSummary | null>(null);
  const [handingTo, setHandingTo] = useState<MemberSummary | null>(null);
  const text = library.isPersonal ? t("personalText") : t("text");
  return (
    <SettingsSection title={t("title")} text={text}>
      <ul aria-label={t("title")} className="divide-y divide-line rounded-card border border-line">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            library={library}
            isSelf={member.userId === userId}
            onRemove={() => setRemoving(member)}
            onHandOver={() => setHandingTo(member)}
          />
        ))}
      </ul>
      <RemoveMemberDialog libraryId={libraryId} member={removing} onClose={() => setRemoving(null)} />
      <HandOverDialog library={library} member={handingTo} onClose={() => setHandingTo(null)} />
    </SettingsSection>
  );
}
