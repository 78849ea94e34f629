"use client";

import { RequestReset } from "@alcoves/core/password-resets/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { DoorLink } from "./door-link.tsx";
import { DoorPage } from "./door-page.tsx";
import { EmailField } from "./email-field.tsx";
import { FormError } from "./form-error.tsx";

/** Asks for the address of an account, and says the same whether or not there is one. */
export function ForgotForm() {
  const t = useTranslations("accounts");
  const trpc = useTRPC();
  const form = useForm<RequestReset>({ resolver: zodResolver(RequestReset), defaultValues: { email: "" } });
  const { errors } = form.formState;
  const { mutate, isPending, isSuccess, variables } = useMutation(
    trpc.passwordResets.request.mutationOptions({
      onError: ({ message }) => form.setError("root", { message }),
    }),
  );
  const back = (
    <DoorLink to="/sign-in" callbackUrl={null}>
      {t("backToSignIn")}
    </DoorLink>
  );
  if (isSuccess) {
    return (
      <DoorPage
        title={t("linkSentTitle")}
        text={<span role="status">{t("linkSentText", { email: variables.email })}</span>}
        foot={back}
      />
    );
  }
  return (
    <DoorPage title={t("forgotTitle")} text={t("forgotText")} foot={back}>
      <form
        noValidate
        method="post"
        onSubmit={form.handleSubmit((account) => mutate(account))}
        className="grid gap-4"
      >
        <EmailField error={errors.email?.message} {...form.register("email")} />
        <FormError message={errors.root?.message} />
        <Button type="submit" variant="primary" size="large" disabled={isPending} className="mt-1">
          {isPending ? t("sendingLink") : t("sendLink")}
        </Button>
      </form>
    </DoorPage>
  );
}
