"use client";

import type { Me } from "@alcoves/core/accounts/schema";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";

/** The preferences of the account, and how to change them: a change shows at once and goes back when it was refused. */
export function usePreferences(me: Me) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const router = useRouter();
  const { mutate, variables, isPending, isSuccess } = useMutation(
    trpc.accounts.changePreferences.mutationOptions({
      onSuccess: () => toast.success(t("saved")),
      onError: (error) => toast.error(error.message),
      onSettled: () => router.refresh(),
    }),
  );
  // Until the page has come anew it still tells of before.
  return { preferences: { ...me, ...(isPending || isSuccess ? variables : {}) }, change: mutate };
}
