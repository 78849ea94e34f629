"use client";

import type { IdentityProviderId } from "@alcoves/core/identities/schema";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";

/**
 * Leads to a provider, from where people come back to `callbackUrl`.
 * @returns `leave`, and for whom the page is being left: the provider's page takes a moment to come
 */
export function useLeaveForProvider(callbackUrl: string) {
  const app = useTranslations("app");
  const [leavingFor, setLeavingFor] = useState<IdentityProviderId | null>(null);
  // The browser's Back shows the page as it was left.
  useEffect(() => {
    const stay = () => setLeavingFor(null);
    window.addEventListener("pageshow", stay);
    return () => window.removeEventListener("pageshow", stay);
  }, []);
  const leave = async (provider: IdentityProviderId) => {
    setLeavingFor(provider);
    try {
      await signIn(provider, { callbackUrl });
    } catch {
      setLeavingFor(null);
      toast.error(app("unreachable"));
    }
  };
  return { leave, leavingFor };
}
