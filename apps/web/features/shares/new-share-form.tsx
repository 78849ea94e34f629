"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";

const days = [null, 1, 7, 30, 365] as const;

/** Makes another link to a moment. */
export function NewShareForm({ libraryId, momentId }: { libraryId: string; momentId: string }) {
  const t = useTranslations("shares");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [expiresInDays, setExpiresInDays] = useState<(typeof days)[number]>(null);
  const [password, setPassword] = useState("");
  const { mutate, isPending } = useMutation(
    trpc.shares.create.mutationOptions({
      onSuccess: async () => {
        setPassword("");
        await queryClient.invalidateQueries(trpc.shares.list.queryFilter({ libraryId, momentId }));
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ libraryId, momentId, expiresInDays, password: password || null });
      }}
      className="grid gap-4"
    >
      <SelectField
        label={t("expiry")}
        value={String(expiresInDays)}
        onChange={(event) => setExpiresInDays(days.find((day) => String(day) === event.target.value) ?? null)}
      >
        {days.map((day) => (
          <option key={day} value={String(day)}>
            {day === null ? t("never") : t("days", { count: day })}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="off"
        spellCheck={false}
        minLength={4}
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={isPending}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
