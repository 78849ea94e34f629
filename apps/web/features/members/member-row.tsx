"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { MemberSummary } from "@alcoves/core/members/schema";
import { Crown, MoreHorizontal, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "../../components/avatar.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuItem } from "../../components/menu.tsx";
import { RoleChoice } from "./role-choice.tsx";

/** What a row takes. */
interface MemberRowProps {
  member: MemberSummary;
  library: LibrarySummary;
  isSelf: boolean;
  onRemove(): void;
  onHandOver(): void;
}

/** One member: who, what they may do, and what can be done about it. */
export function MemberRow({ member, library, isSelf, onRemove, onHandOver }: MemberRowProps) {
  const t = useTranslations("members");
  const canChange = isAllowed(library, "manage members") && !isSelf && member.role !== "owner";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <Avatar name={member.name} url={member.avatarUrl} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-[550]">
          {member.name}
          {isSelf && <span className="font-normal text-muted"> · {t("you")}</span>}
        </p>
        {member.email && <p className="truncate text-13 text-muted">{member.email}</p>}
      </div>
      {canChange && member.role !== "owner" ? (
        <RoleChoice libraryId={library.libraryId} member={{ ...member, role: member.role }} />
      ) : (
        <span className="px-1 text-13 text-muted">{t(`role.${member.role}`)}</span>
      )}
      {canChange && (
        <Menu
          className="w-56"
          trigger={
            <IconButton label={t("more", { name: member.name })}>
              <MoreHorizontal aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            </IconButton>
          }
        >
          {isAllowed(library, "hand over the library") && (
            <MenuItem onSelect={onHandOver}>
              <Crown aria-hidden="true" strokeWidth={1.75} className="size-[18px] text-muted" />
              {t("handOver")}
            </MenuItem>
          )}
          <MenuItem onSelect={onRemove} className="text-failed">
            <UserMinus aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            {t("remove")}
          </MenuItem>
        </Menu>
      )}
    </li>
  );
}
