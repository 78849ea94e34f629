import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { loadMe } from "../../features/accounts/load-me.ts";
import { AppShell } from "../../features/shell/app-shell.tsx";
import { browserNotes } from "../../features/shell/browser-note.ts";
import { SoundProvider } from "../../features/sound/sound-provider.tsx";
import { UploadsProvider } from "../../features/uploads/uploads-provider.tsx";
import { serverCaller } from "../../trpc/server.ts";

/** Everything behind signing in. Without a session the page itself leads to signing in: it knows where to come back to. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const me = await loadMe();
  if (!me) return children;
  const [caller, notes] = await Promise.all([serverCaller(), cookies()]);
  return (
    <UploadsProvider>
      <SoundProvider>
        <AppShell
          me={me}
          libraries={await caller.libraries.list()}
          lastLibraryId={notes.get(browserNotes.library)?.value}
          startsCollapsed={notes.get(browserNotes.sidebar)?.value === "collapsed"}
        >
          {children}
        </AppShell>
      </SoundProvider>
    </UploadsProvider>
  );
}
