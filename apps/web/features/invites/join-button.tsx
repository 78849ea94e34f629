"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { FormError } from "../accounts/form-error.tsx";

/** Joins the library of an invite and opens it. */
export function JoinButton({ token, name }: { token: string; name: string }) {
  const t = useTranslations("invites");
  const trpc = useTRPC();
  const { mutate, error, isPending, isSuccess } = useMutation(
    trpc.invites.redeem.mutationOptions({
      onSuccess: ({ libraryId }) => window.location.assign(`/l/${libraryId}`),
    }),
  );
  return (
    <div className="grid gap-4">
      <FormError message={error?.message} />
      <Button
        variant="primary"
        size="large"
        disabled={isPending || isSuccess}
        onClick={() => mutate({ token })}
      >
        {t("join", { name })}
      </Button>
    </div>
  );
}
