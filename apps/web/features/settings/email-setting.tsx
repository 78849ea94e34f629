"use client";

import { ChangeEmail, type Me } from "@alcoves/core/accounts/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { PasswordField } from "../../components/password-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { EmailField } from "../accounts/email-field.tsx";

/** The address one signs in with. Changing it asks for the password, as soon as there is a change. */
export function EmailSetting({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const router = useRouter();
  const form = useForm<ChangeEmail>({
    resolver: zodResolver(ChangeEmail),
    values: { email: me.email, currentPassword: "" },
  });
  const { errors } = form.formState;
  const isChanged = form.watch("email").trim().toLowerCase() !== me.email;
  const { mutate, isPending } = useMutation(
    trpc.accounts.changeEmail.mutationOptions({
      onSuccess() {
        toast.success(t("emailChanged"));
        router.refresh();
      },
      onError({ data, message }) {
        const field = data?.code === "CONFLICT" ? "email" : "currentPassword";
        form.setError(field, { message }, { shouldFocus: true });
      },
    }),
  );
  if (!me.hasPassword) {
    return (
      <p className="text-muted">
        {t.rich("emailNeedsPassword", {
          email: me.email,
          link: (words) => (
            <Link href="/settings/security" className="text-accent-text underline underline-offset-4">
              {words}
            </Link>
          ),
        })}
      </p>
    );
  }
  return (
    <form
      noValidate
      method="post"
      onSubmit={form.handleSubmit((change) => mutate(change))}
      className="grid gap-4"
    >
      <EmailField error={errors.email?.message} {...form.register("email")} />
      {isChanged && (
        <>
          <PasswordField
            label={t("currentPassword")}
            autoComplete="current-password"
            error={errors.currentPassword?.message}
            {...form.register("currentPassword")}
          />
          <div className="flex gap-2">
            <Button type="submit" variant="primary" disabled={isPending}>
              {t("changeEmail")}
            </Button>
            <Button variant="quiet" onClick={() => form.reset()}>
              {t("keepEmail")}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
