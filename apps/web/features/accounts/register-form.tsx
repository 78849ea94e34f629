"use client";

import type { AppRouter } from "@alcoves/api";
import { Register } from "@alcoves/core/accounts/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { isTRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "../../components/button.tsx";
import { PasswordField } from "../../components/password-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { EmailField } from "./email-field.tsx";
import { enter } from "./enter.ts";
import { FormError } from "./form-error.tsx";
import { signInHere } from "./sign-in-here.ts";

/** What the form takes. */
interface RegisterFormProps {
  callbackUrl: string | null;
  /** Of an invite that is joined with the account. */
  inviteToken: string | null;
}

/** Asks for what an account takes, makes it and signs in. */
export function RegisterForm({ callbackUrl, inviteToken }: RegisterFormProps) {
  const t = useTranslations("accounts");
  const trpc = useTRPC();
  const { mutateAsync: register } = useMutation(trpc.accounts.register.mutationOptions());
  const form = useForm({
    resolver: zodResolver(Register),
    defaultValues: { name: "", email: "", password: "", ...(inviteToken && { invite: inviteToken }) },
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (account) => {
    let joinedLibraryId: string | null;
    try {
      ({ joinedLibraryId } = await register(account));
    } catch (error) {
      const field = isTRPCClientError<AppRouter>(error) && error.data?.code === "CONFLICT" ? "email" : "root";
      form.setError(field, { message: error instanceof Error ? error.message : "" }, { shouldFocus: true });
      return;
    }
    const end = await signInHere({ email: account.email, password: account.password });
    if (end.kind === "in") enter(joinedLibraryId ? `/l/${joinedLibraryId}` : callbackUrl);
    else form.setError("root", { message: t("madeButNotIn") });
  });

  const isBusy = isSubmitting || isSubmitSuccessful;
  return (
    <form noValidate method="post" onSubmit={submit} className="grid gap-4">
      <TextField
        label={t("name")}
        autoComplete="name"
        error={errors.name?.message}
        {...form.register("name")}
      />
      <EmailField error={errors.email?.message} {...form.register("email")} />
      <PasswordField
        label={t("password")}
        autoComplete="new-password"
        hint={t("passwordHint")}
        error={errors.password?.message}
        {...form.register("password")}
      />
      <FormError message={errors.root?.message} />
      <Button type="submit" variant="primary" size="large" disabled={isBusy} className="mt-1">
        {isBusy ? t("registering") : t("register")}
      </Button>
    </form>
  );
}
