"use client";

import type { Theme } from "@alcoves/core/accounts/schema";
import { useMutation } from "@tanstack/react-query";
import { ThemeProvider, useTheme } from "next-themes";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import { themes } from "./themes.ts";

/** Where a browser keeps the theme of pages that nobody is signed in to. */
const browserKey = "theme";

/** What is chosen; undefined until it is known. */
interface ThemeChoice {
  theme: Theme | undefined;
  choose(theme: Theme): void;
}

const ThemeChoiceContext = createContext<ThemeChoice>({ theme: undefined, choose: () => {} });

/** What the provider takes. */
interface ThemeChoiceProps {
  /** The account's choice; null where nobody is signed in. */
  accountTheme: Theme | null;
  /** Of the script that sets the theme before anything is painted. */
  nonce: string | undefined;
  children: ReactNode;
}

/**
 * The theme of every page. The account's choice comes with the page, so that it holds in every browser from the first paint
 * on; without an account the browser remembers. Under "system" the device decides.
 */
export function ThemeChoiceProvider({ accountTheme, nonce, children }: ThemeChoiceProps) {
  const isSignedIn = accountTheme !== null;
  const [theme, setTheme] = useState(accountTheme);
  // Chosen elsewhere meanwhile, as in another browser.
  useEffect(() => setTheme(accountTheme), [accountTheme]);
  const isForced = theme === "light" || theme === "dark";
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      // What a browser remembers is not the account's; under this name nothing is ever kept.
      storageKey={isSignedIn ? "theme-of-account" : browserKey}
      {...(isForced ? { forcedTheme: theme } : {})}
      {...(nonce ? { nonce } : {})}
    >
      {theme === null ? (
        <BrowserChoice>{children}</BrowserChoice>
      ) : (
        <AccountChoice theme={theme} onChange={setTheme}>
          {children}
        </AccountChoice>
      )}
    </ThemeProvider>
  );
}

/** @returns the theme that is chosen, and how to choose another */
export function useThemeChoice(): ThemeChoice {
  return useContext(ThemeChoiceContext);
}

function BrowserChoice({ children }: { children: ReactNode }) {
  const { theme, setTheme } = useTheme();
  // Only the browser knows the choice: the first paint marks none, as the server did.
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);
  const known = themes.find(({ value }) => value === theme)?.value ?? "system";
  const choice = useMemo(
    () => ({ theme: isMounted ? known : undefined, choose: setTheme }),
    [isMounted, known, setTheme],
  );
  return <ThemeChoiceContext value={choice}>{children}</ThemeChoiceContext>;
}

/** What the account's choice takes. */
interface AccountChoiceProps {
  theme: Theme;
  onChange(theme: Theme): void;
  children: ReactNode;
}

function AccountChoice({ theme, onChange, children }: AccountChoiceProps) {
  const trpc = useTRPC();
  const { mutate } = useMutation(
    trpc.accounts.changePreferences.mutationOptions({ onError: (error) => toast.error(error.message) }),
  );
  useEffect(() => {
    try {
      // For the pages after signing out.
      localStorage.setItem(browserKey, theme);
    } catch {
      // Storage is shut, as in some private windows: those pages look as the device does.
    }
  }, [theme]);
  const choice = useMemo(
    () => ({
      theme,
      choose(next: Theme) {
        onChange(next);
        mutate({ theme: next }, { onError: () => onChange(theme) });
      },
    }),
    [theme, onChange, mutate],
  );
  return <ThemeChoiceContext value={choice}>{children}</ThemeChoiceContext>;
}
