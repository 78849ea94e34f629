"use client";

import { SecondFactorCode } from "@alcoves/core/second-factor/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/text-field.tsx";
import { enter } from "./enter.ts";
import { FormError } from "./form-error.tsx";
import { signInHere } from "./sign-in-here.ts";

const Code = z.object({ code: SecondFactorCode });

/** What the form takes. */
interface CodeFormProps {
  /** What was right in the first step; it is sent again with the code. */
  proved: { email: string; password: string };
  callbackUrl: string | null;
  onBack(): void;
}

/** The second step of signing in: the six digits of an app, or a recovery code. */
export function CodeForm({ proved, callbackUrl, onBack }: CodeFormProps) {
  const t = useTranslations("accounts");
  const app = useTranslations("app");
  const [hasApp, setHasApp] = useState(true);
  const form = useForm({ resolver: zodResolver(Code), defaultValues: { code: "" } });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is another one when the kind of code changes
  useEffect(() => form.setFocus("code"), [form, hasApp]);

  const submit = form.handleSubmit(async ({ code }) => {
    const end = await signInHere({ ...proved, code });
    if (end.kind === "in") return enter(callbackUrl);
    form.setError("root", { message: end.kind === "refused" ? end.message : app("unreachable") });
    form.setFocus("code", { shouldSelect: true });
  });

  const change = () => {
    setHasApp(!hasApp);
    form.reset();
  };

  const isBusy = isSubmitting || isSubmitSuccessful;
  const kind = hasApp ? "appCode" : "recoveryCode";
  return (
    <form noValidate method="post" onSubmit={submit} className="grid gap-4">
      <TextField
        key={kind}
        label={t(kind)}
        hint={t(`${kind}Hint`)}
        inputMode={hasApp ? "numeric" : "text"}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.code?.message}
        className="[&_input]:tracking-[0.12em]"
        {...form.register("code")}
      />
      <FormError message={errors.root?.message} />
      <Button type="submit" variant="primary" size="large" disabled={isBusy} className="mt-1">
        {isBusy ? t("signingIn") : t("signIn")}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="quiet" className="-ml-3.5" onClick={onBack}>
          {t("back")}
        </Button>
        <Button variant="quiet" className="-mr-3.5" onClick={change}>
          {hasApp ? t("useRecoveryCode") : t("useApp")}
        </Button>
      </div>
    </form>
  );
}
