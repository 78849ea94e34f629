"use client";

import { KnownPassword, type Me, NewPassword } from "@alcoves/core/accounts/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { z } from "zod";
import { Button } from "../../components/button.tsx";
import { PasswordField } from "../../components/password-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "./settings-section.tsx";

const withCurrent = z.object({ currentPassword: KnownPassword, newPassword: NewPassword });
const withoutCurrent = z.object({ currentPassword: z.string(), newPassword: NewPassword });

/** Changes the password, or sets the first one of an account that came by an identity provider. */
export function PasswordSetting({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const accounts = useTranslations("accounts");
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const form = useForm({
    resolver: zodResolver(me.hasPassword ? withCurrent : withoutCurrent),
    defaultValues: { currentPassword: "", newPassword: "" },
  });
  const { errors } = form.formState;
  const { mutate, isPending } = useMutation(
    trpc.accounts.changePassword.mutationOptions({
      async onSuccess() {
        toast.success(t("passwordChanged"));
        form.reset();
        router.refresh();
        await queryClient.invalidateQueries(trpc.accounts.listSessions.queryFilter());
      },
      onError({ data, message }) {
        const field = data?.code === "FORBIDDEN" && me.hasPassword ? "currentPassword" : "newPassword";
        form.setError(field, { message }, { shouldFocus: true });
      },
    }),
  );
  const submit = form.handleSubmit(({ currentPassword, newPassword }) =>
    mutate({ currentPassword: me.hasPassword ? currentPassword : null, newPassword }),
  );
  return (
    <SettingsSection title={t("password")} text={me.hasPassword ? t("passwordText") : t("firstPasswordText")}>
      <form noValidate method="post" onSubmit={submit} className="grid max-w-[420px] gap-4">
        {/* For password managers, which keep a password under a name. */}
        <input type="text" autoComplete="username" value={me.email} readOnly hidden />
        {me.hasPassword && (
          <PasswordField
            label={t("currentPassword")}
            autoComplete="current-password"
            error={errors.currentPassword?.message}
            {...form.register("currentPassword")}
          />
        )}
        <PasswordField
          label={t("newPassword")}
          autoComplete="new-password"
          hint={accounts("passwordHint")}
          error={errors.newPassword?.message}
          {...form.register("newPassword")}
        />
        <Button type="submit" disabled={isPending} className="justify-self-start">
          {me.hasPassword ? t("changePassword") : t("setPassword")}
        </Button>
      </form>
    </SettingsSection>
  );
}
