"use client";

import { CreateToken, TokenScope } from "@alcoves/core/accounts/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { ChoiceList } from "../../components/choice-list.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { expiryDays, tokenExpiries } from "./token-expiry.ts";

const TokenForm = CreateToken.pick({ name: true, scope: true }).extend({ expiry: z.enum(tokenExpiries) });

/** Asks what a token is for, what it may do and how long. */
export function CreateTokenForm({
  onCancel,
  onCreated,
}: {
  onCancel(): void;
  onCreated(token: string): void;
}) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useForm<z.infer<typeof TokenForm>>({
    resolver: zodResolver(TokenForm),
    defaultValues: { name: "", scope: "read", expiry: "90" },
  });
  const { mutate, isPending } = useMutation(
    trpc.accounts.createToken.mutationOptions({
      onSuccess: async ({ token }) => {
        onCreated(token);
        await queryClient.invalidateQueries(trpc.accounts.listTokens.queryFilter());
      },
      onError: (error) => form.setError("name", { message: error.message }, { shouldFocus: true }),
    }),
  );
  const submit = form.handleSubmit(({ expiry, ...token }) =>
    mutate({ ...token, expiresInDays: expiryDays(expiry) }),
  );
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <TextField
        label={t("tokenName")}
        placeholder={t("tokenNamePlaceholder")}
        autoComplete="off"
        error={form.formState.errors.name?.message}
        {...form.register("name")}
      />
      <Controller
        control={form.control}
        name="scope"
        render={({ field }) => (
          <ChoiceList
            label={t("tokenScope")}
            value={field.value}
            onChange={field.onChange}
            choices={TokenScope.options.map((scope) => ({
              value: scope,
              label: t(`scope.${scope}`),
              description: t(`scopeText.${scope}`),
            }))}
          />
        )}
      />
      <SelectField label={t("tokenExpiry")} {...form.register("expiry")}>
        {tokenExpiries.map((expiry) => (
          <option key={expiry} value={expiry}>
            {t(`expiry.${expiry}`)}
          </option>
        ))}
      </SelectField>
      <DialogActions action={t("createToken")} onCancel={onCancel} isDisabled={isPending} />
    </form>
  );
}
