"use client";

import { Confirmed } from "@alcoves/core/passwords/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useForm } from "react-hook-form";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { PasswordField } from "../../components/password-field.tsx";
import { FormError } from "./form-error.tsx";

/** What the form takes. */
interface ConfirmPasswordFormProps {
  /** Without a password there is nothing to ask for, and the form is a question. */
  hasPassword: boolean;
  /** What the button says: the act, not "OK". */
  action: string;
  isDangerous?: boolean;
  /** Does the act. What it throws is shown under the password. */
  onConfirm(confirmed: Confirmed): Promise<unknown>;
  onCancel(): void;
  /** Further fields, above the password. */
  children?: ReactNode;
}

/** Asks for the password again before what a borrowed browser must not do. */
export function ConfirmPasswordForm({
  hasPassword,
  action,
  onConfirm,
  onCancel,
  ...rest
}: ConfirmPasswordFormProps) {
  const t = useTranslations("accounts");
  const app = useTranslations("app");
  const id = useId();
  const form = useForm<Confirmed>({ resolver: zodResolver(Confirmed), defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      await onConfirm(hasPassword ? { password } : {});
    } catch (error) {
      const message = error instanceof Error ? error.message : app("unreachable");
      form.setError(hasPassword ? "password" : "root", { message }, { shouldFocus: true });
    }
  });
  return (
    <form noValidate onSubmit={submit} className="grid gap-4" aria-labelledby={id}>
      {rest.children}
      {hasPassword && (
        <PasswordField
          label={t("yourPassword")}
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register("password")}
        />
      )}
      <FormError message={errors.root?.message} />
      <DialogActions
        action={action}
        onCancel={onCancel}
        isDisabled={isSubmitting}
        actionId={id}
        isDangerous={rest.isDangerous ?? false}
      />
    </form>
  );
}
