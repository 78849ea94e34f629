"use client";

import { useTheme } from "next-themes";
import { Toaster } from "sonner";

/** Where short messages appear; call `toast` of sonner to show one. In the middle: uploads are at the right, and on phones tabs are below. */
export function Toasts() {
  const { forcedTheme, resolvedTheme } = useTheme();
  return (
    <Toaster
      theme={(forcedTheme ?? resolvedTheme) === "light" ? "light" : "dark"}
      position="bottom-center"
      offset={{ bottom: "calc(24px + var(--mini-player, 0px))" }}
      mobileOffset={{ bottom: "calc(76px + var(--mini-player, 0px))" }}
      toastOptions={{
        classNames: {
          // Over an open dialog too, which else lets nothing beside it be clicked.
          toast:
            "!pointer-events-auto !rounded-float !border-line !bg-raised !text-text !text-13 !shadow-float !font-sans",
          description: "!text-muted",
          actionButton: "!bg-accent !text-on-accent !rounded-control",
          error: "[&_[data-icon]]:!text-failed",
          success: "[&_[data-icon]]:!text-ready",
        },
      }}
    />
  );
}
