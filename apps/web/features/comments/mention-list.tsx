"use client";

import type { MemberSummary } from "@alcoves/core/members/schema";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Avatar } from "../../components/avatar.tsx";

/** What the list takes. */
interface MentionListProps {
  id: string;
  members: readonly MemberSummary[];
  active: MemberSummary | null;
  onChoose(member: MemberSummary): void;
}

/** @returns the id of a member's row, which the field names as the active one */
export function mentionOptionId(listId: string, { userId }: MemberSummary): string {
  return `${listId}-${userId}`;
}

/** Members who can be mentioned, below the field, which keeps the focus. */
export function MentionList({ id, members, active, onChoose }: MentionListProps) {
  const t = useTranslations("comments");
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("people")}
      className="rounded-float border border-line bg-raised p-1 shadow-float"
    >
      {members.map((member) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field beside it hears the keys.
        <div
          key={member.userId}
          id={mentionOptionId(id, member)}
          role="option"
          tabIndex={-1}
          aria-selected={member === active}
          // The field would lose the focus, and with it the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(member)}
          className={clsx(
            "flex cursor-default items-center gap-2.5 rounded-control px-2 py-1.5 hover:bg-panel",
            member === active && "bg-[color-mix(in_srgb,var(--text)_8%,transparent)]",
          )}
        >
          <Avatar name={member.name} url={member.avatarUrl} className="size-6 text-[10px]" />
          <span className="truncate text-14">{member.name}</span>
        </div>
      ))}
    </div>
  );
}
