"use client";

import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { Toasts } from "../../components/toasts.tsx";
import { ApiProvider } from "../../trpc/client.tsx";

/** Theme, server data, state in the address, tooltips and toasts: what components anywhere rely on. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={nonce}
    >
      <ApiProvider>
        <NuqsAdapter>
          <Tooltip.Provider delayDuration={400}>{children}</Tooltip.Provider>
          <Toasts />
        </NuqsAdapter>
      </ApiProvider>
    </ThemeProvider>
  );
}
