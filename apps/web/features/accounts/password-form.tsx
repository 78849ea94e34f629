"use client";

import { SignIn } from "@alcoves/core/accounts/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "../../components/button.tsx";
import { PasswordField } from "../../components/password-field.tsx";
import { DoorLink } from "./door-link.tsx";
import { EmailField } from "./email-field.tsx";
import { enter } from "./enter.ts";
import { FormError } from "./form-error.tsx";
import { signInHere } from "./sign-in-here.ts";

const Password = SignIn.omit({ code: true });

/** What the form takes. */
interface PasswordFormProps {
  callbackUrl: string | null;
  /** Whether a link to set a new password can come by mail. */
  sendsMail: boolean;
  /** The password was right, and the account wants a code too. */
  onCodeWanted(proved: { email: string; password: string }): void;
}

/** The first step of signing in: email and password. */
export function PasswordForm({ callbackUrl, sendsMail, onCodeWanted }: PasswordFormProps) {
  const t = useTranslations("accounts");
  const app = useTranslations("app");
  const form = useForm({ resolver: zodResolver(Password), defaultValues: { email: "", password: "" } });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (proof) => {
    const end = await signInHere(proof);
    if (end.kind === "in") return enter(callbackUrl);
    if (end.kind === "code wanted") return onCodeWanted(proof);
    form.setError("root", { message: end.kind === "refused" ? end.message : app("unreachable") });
    form.setFocus("password", { shouldSelect: true });
  });

  // The new page takes a moment to come; until then the form stays busy.
  const isBusy = isSubmitting || isSubmitSuccessful;
  return (
    <form noValidate method="post" onSubmit={submit} className="grid gap-4">
      {/* Passkeys stand among the suggestions of a field that asks for them (HTML, autofill). */}
      <EmailField
        autoComplete="username webauthn"
        error={errors.email?.message}
        {...form.register("email")}
      />
      <PasswordField
        label={t("password")}
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register("password")}
      />
      <p className="-mt-2 text-13 text-muted">
        {sendsMail ? (
          <DoorLink to="/forgot" callbackUrl={null}>
            {t("forgot")}
          </DoorLink>
        ) : (
          t("forgotAskOwner")
        )}
      </p>
      <FormError message={errors.root?.message} />
      <Button type="submit" variant="primary" size="large" disabled={isBusy} className="mt-1">
        {isBusy ? t("signingIn") : t("signIn")}
      </Button>
    </form>
  );
}
