"use client";

import { useTheme } from "next-themes";
import { Toaster } from "sonner";

/** Where short messages appear; call `toast` of sonner to show one. At the bottom left: uploads are at the right. */
export function Toasts() {
  const { resolvedTheme } = useTheme();
  return (
    <Toaster
      theme={resolvedTheme === "light" ? "light" : "dark"}
      position="bottom-left"
      toastOptions={{
        classNames: {
          toast: "!rounded-float !border-line !bg-raised !text-text !text-13 !shadow-float !font-sans",
          description: "!text-muted",
          actionButton: "!bg-accent !text-on-accent !rounded-control",
          error: "[&_[data-icon]]:!text-failed",
          success: "[&_[data-icon]]:!text-ready",
        },
      }}
    />
  );
}
