"use client";

import type { InviteSummary } from "@alcoves/core/invites/schema";
import { useQuery } from "@tanstack/react-query";
import { Link2, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { CreateInviteDialog } from "./create-invite-dialog.tsx";
import { InviteRow } from "./invite-row.tsx";

/** The links that bring people in, with who came by each. */
export function InviteList({ libraryId, loaded }: { libraryId: string; loaded: InviteSummary[] }) {
  const t = useTranslations("invites");
  const trpc = useTRPC();
  const { data: invites } = useQuery(trpc.invites.list.queryOptions({ libraryId }, { initialData: loaded }));
  const [isCreating, setIsCreating] = useState(false);
  // Each invite begins with an empty form; the one before keeps its link while its dialog fades.
  const [count, setCount] = useState(0);
  const create = () => {
    setCount(count + 1);
    setIsCreating(true);
  };
  return (
    <SettingsSection
      title={t("title")}
      text={t("text")}
      action={
        <Button onClick={create}>
          <UserPlus aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          {t("invite")}
        </Button>
      }
    >
      {invites.length === 0 ? (
        <p className="flex items-center gap-3 rounded-card border border-line border-dashed px-4 py-5 text-muted">
          <Link2 aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0" />
          {t("none")}
        </p>
      ) : (
        <ul aria-label={t("title")} className="divide-y divide-line rounded-card border border-line">
          {invites.map((invite) => (
            <InviteRow key={invite.inviteId} libraryId={libraryId} invite={invite} />
          ))}
        </ul>
      )}
      <CreateInviteDialog key={count} libraryId={libraryId} open={isCreating} onOpenChange={setIsCreating} />
    </SettingsSection>
  );
}
