"use client";

import type { Me } from "@alcoves/core/accounts/schema";
import { Keyboard, LogOut, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useState } from "react";
import { useSignOut } from "../accounts/use-sign-out.ts";
import { usePaletteActions } from "../palette/use-palette.ts";
import { ShortcutsHelp } from "../shortcuts/shortcuts-help.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { useThemeChoice } from "../theme/theme-choice.tsx";
import { themes } from "../theme/themes.ts";
import { useUploads } from "../uploads/use-uploads.ts";

/** What can be done on every page, in the palette and by keys: the list of shortcuts among it. */
export function AppActions({ me, canUpload }: { me: Me; canUpload: boolean }) {
  const t = useTranslations("palette");
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const { pick } = useUploads();
  const signOut = useSignOut();
  const { choose } = useThemeChoice();
  const { resolvedTheme, forcedTheme } = useTheme();
  const next = themes.find(
    ({ value }) => value === ((forcedTheme ?? resolvedTheme) === "dark" ? "light" : "dark"),
  );
  const help = () => setIsHelpOpen(true);
  useShortcut("help", help);
  usePaletteActions([
    ...(canUpload ? [{ id: "upload", label: t("action.upload"), icon: Upload, run: () => pick() }] : []),
    ...(next
      ? [{ id: "theme", label: t(`action.${next.value}`), icon: next.Icon, run: () => choose(next.value) }]
      : []),
    { id: "shortcuts", label: t("action.shortcuts"), icon: Keyboard, run: help },
    { id: "sign-out", label: t("action.signOut"), icon: LogOut, run: () => void signOut() },
  ]);
  return <ShortcutsHelp open={isHelpOpen} onOpenChange={setIsHelpOpen} isKeyboardOn={me.isKeyboardOn} />;
}
