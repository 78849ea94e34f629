"use client";

import { Menu, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { AccountMenu } from "../accounts/account-menu.tsx";
import { SearchPill } from "../palette/search-pill.tsx";
import { useUploads } from "../uploads/use-uploads.ts";
import { type Shell, useShell } from "./shell-context.ts";

/**
 * The bar at the top of a page, which stays while the page scrolls: where one is, given by the page, the search, then Upload
 * and the account. On phones Upload is among the tabs.
 */
export function TopBar({ children }: { children: ReactNode }) {
  const shell = useShell();
  // Without a session a page is drawn for a moment outside of the frame, on its way to signing in.
  return shell && <Bar shell={shell}>{children}</Bar>;
}

function Bar({ shell, children }: { shell: Shell; children: ReactNode }) {
  const t = useTranslations("shell");
  const { pick } = useUploads();
  return (
    <header className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-3 border-line border-b bg-background px-5 max-md:gap-1 max-md:px-2">
      <IconButton label={t("menu")} onClick={shell.openDrawer} className="md:hidden">
        <Menu aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </IconButton>
      <div className="flex min-w-0 flex-[1_1_auto] items-center gap-3 max-md:gap-1 xl:flex-[1_1_0]">
        {children}
      </div>
      <SearchPill />
      <div className="flex items-center justify-end gap-3 lg:flex-[1_1_0]">
        {shell.canUpload && (
          <Button variant="primary" onClick={() => pick()} className="max-md:hidden">
            <Upload aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            {t("upload")}
          </Button>
        )}
        <AccountMenu me={shell.me} />
      </div>
    </header>
  );
}
