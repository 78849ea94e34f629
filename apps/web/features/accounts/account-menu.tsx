"use client";

import type { Me } from "@alcoves/core/accounts/schema";
import { LogOut, Settings } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "../../components/avatar.tsx";
import { Menu, MenuItem, MenuLine } from "../../components/menu.tsx";
import { ThemeMenu } from "../theme/theme-menu.tsx";
import { useSignOut } from "./use-sign-out.ts";

/** The picture of the account, with what belongs to the account behind it. */
export function AccountMenu({ me }: { me: Me }) {
  const t = useTranslations("accounts");
  const signOut = useSignOut();
  return (
    <Menu
      className="w-64"
      trigger={
        <button type="button" aria-label={t("account", { name: me.name })} className="rounded-full">
          <Avatar name={me.name} url={me.avatarUrl} />
        </button>
      }
    >
      <div className="flex items-center gap-3 px-2.5 py-2">
        <Avatar name={me.name} url={me.avatarUrl} className="size-9 text-13" />
        <div className="min-w-0">
          <p className="truncate font-[550]">{me.name}</p>
          <p className="truncate text-13 text-muted">{me.email}</p>
        </div>
      </div>
      <MenuLine />
      <ThemeMenu />
      <MenuLine />
      <MenuItem asChild>
        <Link href="/settings">
          <Settings aria-hidden="true" strokeWidth={1.75} className="size-[18px] text-muted" />
          {t("settings")}
        </Link>
      </MenuItem>
      <MenuItem onSelect={signOut}>
        <LogOut aria-hidden="true" strokeWidth={1.75} className="size-[18px] text-muted" />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
