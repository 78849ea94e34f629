"use client";

import type { UserSummary } from "@alcoves/core/users/schema";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Avatar } from "../../components/avatar.tsx";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { ResetLinkDialog } from "./reset-link-dialog.tsx";

/** Every account of the instance, with what its owner can do for each. */
export function PeopleList({ loaded }: { loaded: UserSummary[] }) {
  const t = useTranslations("admin");
  const trpc = useTRPC();
  const { data: users } = useQuery(trpc.users.list.queryOptions(undefined, { initialData: loaded }));
  const [linkFor, setLinkFor] = useState<UserSummary | null>(null);
  const {
    mutate,
    data: link,
    isPending,
    variables,
  } = useMutation(
    trpc.users.createResetLink.mutationOptions({
      onSuccess: (_link, { userId }) => setLinkFor(users.find((user) => user.userId === userId) ?? null),
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <SettingsSection title={t("people")} text={t("peopleText")}>
      <ul aria-label={t("people")} className="divide-y divide-line rounded-card border border-line">
        {users.map((user) => (
          <PersonRow
            key={user.userId}
            user={user}
            isBusy={isPending && variables.userId === user.userId}
            onResetLink={() => mutate({ userId: user.userId })}
          />
        ))}
      </ul>
      <ResetLinkDialog
        name={linkFor?.name ?? ""}
        link={linkFor && link ? link : null}
        onClose={() => setLinkFor(null)}
      />
    </SettingsSection>
  );
}

/** What a row takes. */
interface PersonRowProps {
  user: UserSummary;
  isBusy: boolean;
  onResetLink(): void;
}

function PersonRow({ user, isBusy, onResetLink }: PersonRowProps) {
  const t = useTranslations("admin");
  const format = useFormatter();
  const on = (date: Date) => ({ date: format.dateTime(date, { dateStyle: "medium" }) });
  const seen = user.lastSeenAt ? t("lastSeenOn", on(user.lastSeenAt)) : t("notSeen");
  return (
    <li className="flex items-center gap-4 px-4 py-3 max-sm:flex-wrap max-sm:gap-y-2">
      <Avatar name={user.name} url={user.avatarUrl} className="size-9 text-13" />
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-4rem)]">
        <p className="flex items-center gap-2">
          <span className="truncate font-[550]">{user.name}</span>
          {user.isInstanceOwner && <Badge>{t("isOwner")}</Badge>}
          {user.disabledAt && <Badge className="text-failed">{t("isDisabled")}</Badge>}
        </p>
        <p className="truncate text-13 text-muted">{user.email}</p>
        <p className="text-13 text-muted">
          {t("joinedOn", on(user.createdAt))} · {seen}
        </p>
      </div>
      {!user.disabledAt && (
        <Button
          variant="quiet"
          aria-label={t("resetLinkOf", { name: user.name })}
          disabled={isBusy}
          onClick={onResetLink}
          className="max-sm:ml-13 max-sm:-mt-1 max-sm:px-0"
        >
          {t("resetLink")}
        </Button>
      )}
    </li>
  );
}

function Badge({ children, className = "text-accent-text" }: { children: string; className?: string }) {
  return (
    <span className={`shrink-0 rounded-full border border-line px-2 py-px text-12 ${className}`}>
      {children}
    </span>
  );
}
