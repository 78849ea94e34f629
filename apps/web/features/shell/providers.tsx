"use client";

import type { Theme } from "@alcoves/core/accounts/schema";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { Toasts } from "../../components/toasts.tsx";
import { ApiProvider } from "../../trpc/client.tsx";
import { ThemeChoiceProvider } from "../theme/theme-choice.tsx";

/** What the providers take. */
interface ProvidersProps {
  nonce: string | undefined;
  /** The account's choice; null where nobody is signed in. */
  accountTheme: Theme | null;
  children: ReactNode;
}

/** Theme, server data, state in the address, tooltips and toasts: what components anywhere rely on. */
export function Providers({ nonce, accountTheme, children }: ProvidersProps) {
  return (
    <ApiProvider>
      <ThemeChoiceProvider accountTheme={accountTheme} nonce={nonce}>
        <NuqsAdapter>
          <Tooltip.Provider delayDuration={400}>{children}</Tooltip.Provider>
          <Toasts />
        </NuqsAdapter>
      </ThemeChoiceProvider>
    </ApiProvider>
  );
}
