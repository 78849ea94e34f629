"use client";

import { NewPassword } from "@alcoves/core/accounts/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "../../components/button.tsx";
import { PasswordField } from "../../components/password-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { DoorPage } from "./door-page.tsx";
import { FormError } from "./form-error.tsx";

const ResetForm = z.object({ password: NewPassword });

/** Asks for a new password for the account that a link was made for. */
export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("accounts");
  const trpc = useTRPC();
  const form = useForm({ resolver: zodResolver(ResetForm), defaultValues: { password: "" } });
  const { errors } = form.formState;
  const { mutate, isPending, isSuccess } = useMutation(
    trpc.passwordResets.use.mutationOptions({
      onError({ data, message }) {
        if (data?.code === "BAD_REQUEST") form.setError("password", { message }, { shouldFocus: true });
        else form.setError("root", { message });
      },
    }),
  );
  if (isSuccess) {
    return (
      <DoorPage title={t("resetDoneTitle")} text={<span role="status">{t("resetDoneText")}</span>}>
        <Button asChild variant="primary" size="large" className="w-full">
          {/* A whole new page: whoever was signed in here is not any more. */}
          <a href="/sign-in">{t("signIn")}</a>
        </Button>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t("resetTitle")} text={t("resetText", { email })}>
      <form
        noValidate
        method="post"
        onSubmit={form.handleSubmit(({ password }) => mutate({ token, password }))}
        className="grid gap-4"
      >
        {/* For password managers, which keep a password under a name. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={t("newPassword")}
          autoComplete="new-password"
          hint={t("passwordHint")}
          error={errors.password?.message}
          {...form.register("password")}
        />
        <FormError message={errors.root?.message} />
        <Button type="submit" variant="primary" size="large" disabled={isPending} className="mt-1">
          {isPending ? t("settingPassword") : t("setPassword")}
        </Button>
      </form>
    </DoorPage>
  );
}
