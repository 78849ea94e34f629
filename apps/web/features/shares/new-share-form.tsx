"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ExposedFields, nothingExposed } from "./exposed-fields.tsx";
import { type ShareSubject, subjectIds } from "./shared-subject.ts";

const days = [null, 1, 7, 30, 365] as const;

/** Makes another link to something. */
export function NewShareForm({ libraryId, subject }: { libraryId: string; subject: ShareSubject }) {
  const t = useTranslations("shares");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const ids = subjectIds(libraryId, subject);
  const [expiresInDays, setExpiresInDays] = useState<(typeof days)[number]>(null);
  const [password, setPassword] = useState("");
  const [exposes, setExposes] = useState(nothingExposed);
  const { mutate, isPending } = useMutation(
    trpc.shares.create.mutationOptions({
      onSuccess: async () => {
        setPassword("");
        setExposes(nothingExposed);
        await queryClient.invalidateQueries(trpc.shares.list.queryFilter(ids));
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ ...ids, exposes, expiresInDays, password: password || null });
      }}
      className="grid gap-4"
    >
      {subject.kind !== "moment" && <ExposedFields {...{ exposes }} onChange={setExposes} />}
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
