"use client";

import type { NewSecondFactor } from "@alcoves/core/second-factor/schema";
import { SecondFactorCode } from "@alcoves/core/second-factor/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { CopyButton } from "../../components/copy-button.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { TextField } from "../../components/text-field.tsx";

const Code = z.object({ code: SecondFactorCode });

/** What the form takes. */
interface ScanFormProps {
  made: NewSecondFactor;
  /** Proves that the app has the secret. What it throws is shown under the code. */
  onCode(code: string): Promise<unknown>;
  onCancel(): void;
}

/** Gives the secret to an authenticator app, by camera or by hand, and asks for the first code. */
export function ScanForm({ made, onCode, onCancel }: ScanFormProps) {
  const t = useTranslations("secondFactor");
  const app = useTranslations("app");
  const form = useForm({ resolver: zodResolver(Code), defaultValues: { code: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ code }) => {
    try {
      await onCode(code);
    } catch (error) {
      const message = error instanceof Error ? error.message : app("unreachable");
      form.setError("code", { message }, { shouldFocus: true });
    }
  });
  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <div className="flex justify-center">
        <QrCode text={made.uri} label={t("qrCode")} />
      </div>
      <div className="flex items-end gap-2">
        <TextField
          label={t("secret")}
          value={made.secret}
          readOnly
          spellCheck={false}
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 [&_input]:font-mono [&_input]:text-13"
        />
        <div className="flex h-11 items-center">
          <CopyButton text={made.secret} />
        </div>
      </div>
      <TextField
        label={t("code")}
        hint={t("codeHint")}
        inputMode="numeric"
        autoComplete="one-time-code"
        error={errors.code?.message}
        className="[&_input]:tracking-[0.12em]"
        {...form.register("code")}
      />
      <DialogActions action={t("switchOn")} onCancel={onCancel} isDisabled={isSubmitting} />
    </form>
  );
}
