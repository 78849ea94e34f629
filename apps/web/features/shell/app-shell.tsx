"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { Me } from "@alcoves/core/accounts/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import clsx from "clsx";
import { useParams, useSelectedLayoutSegments } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { Drawer } from "../../components/drawer.tsx";
import { StateBanner } from "../health/state-banner.tsx";
import { startLibrary } from "../libraries/start-library.ts";
import { useLibraries } from "../libraries/use-libraries.ts";
import { PaletteDialog } from "../palette/palette-dialog.tsx";
import { PaletteProvider } from "../palette/palette-provider.tsx";
import { ShortcutsProvider } from "../shortcuts/shortcuts-provider.tsx";
import { MiniPlayer } from "../sound/mini-player.tsx";
import { UploadBar } from "../uploads/upload-bar.tsx";
import { AppActions } from "./app-actions.tsx";
import { BottomTabs } from "./bottom-tabs.tsx";
import { writeBrowserNote } from "./browser-note.ts";
import { ShellContext } from "./shell-context.ts";
import { Sidebar } from "./sidebar.tsx";

/** What the frame takes. */
interface AppShellProps {
  me: Me;
  libraries: LibrarySummary[];
  lastLibraryId: string | undefined;
  startsCollapsed: boolean;
  children: ReactNode;
}

/** The frame around every page of the app: sidebar, state of things, the page, what plays, tabs on phones. */
export function AppShell({ me, libraries: loaded, lastLibraryId, startsCollapsed, children }: AppShellProps) {
  const t = useTranslations("shell");
  const { libraryId: param } = useParams<{ libraryId?: string }>();
  const openLibraryId = param ?? null;
  // The editor takes the whole window: it has a bar of its own, and its own way back.
  const isEditor = useSelectedLayoutSegments()[2] === "edit";
  const libraries = useLibraries(loaded, openLibraryId);
  const [lastOpen, setLastOpen] = useState(lastLibraryId);
  const library = startLibrary(libraries, openLibraryId ?? lastOpen);
  const [isCollapsed, setIsCollapsed] = useState(startsCollapsed);
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const isOwn = library !== null && library.libraryId === openLibraryId;
  const canUpload = isOwn && isAllowed(library, "upload files");
  const shell = useMemo(() => ({ me, canUpload, openDrawer: () => setIsDrawerOpen(true) }), [me, canUpload]);

  useEffect(() => {
    if (!isOwn || openLibraryId === null) return;
    setLastOpen(openLibraryId);
    writeBrowserNote("library", openLibraryId);
  }, [openLibraryId, isOwn]);

  const collapse = (next: boolean) => {
    setIsCollapsed(next);
    writeBrowserNote("sidebar", next ? "collapsed" : "open");
  };
  return (
    <ShellContext value={shell}>
      <ShortcutsProvider isKeyboardOn={me.isKeyboardOn}>
        <PaletteProvider>
          <a
            href="#content"
            className="fixed top-2 left-2 z-50 rounded-control bg-accent px-4 py-2 font-[550] text-on-accent not-focus:sr-only"
          >
            {t("skip")}
          </a>
          <div className="flex h-dvh">
            {!isEditor && (
              <aside
                aria-label={t("sidebar")}
                className={clsx(
                  "flex shrink-0 flex-col border-line border-r bg-panel max-md:hidden",
                  isCollapsed ? "w-[68px]" : "w-[232px]",
                )}
              >
                <Sidebar {...{ libraries, library, isCollapsed }} onCollapse={collapse} />
              </aside>
            )}
            <div className="flex min-w-0 flex-1 flex-col">
              <StateBanner />
              <main
                id="content"
                tabIndex={-1}
                className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none"
              >
                {children}
              </main>
              {!isEditor && (
                <>
                  <MiniPlayer />
                  <UploadBar />
                  <BottomTabs library={library} canUpload={canUpload} />
                </>
              )}
            </div>
          </div>
          <Drawer open={isDrawerOpen} onOpenChange={setIsDrawerOpen} label={t("menuTitle")}>
            <Sidebar {...{ libraries, library }} onLeave={() => setIsDrawerOpen(false)} />
          </Drawer>
          <AppActions me={me} canUpload={canUpload} />
          <PaletteDialog {...{ me, libraries, library }} />
        </PaletteProvider>
      </ShortcutsProvider>
    </ShellContext>
  );
}
