"use client";

import { ChangeName, type Me } from "@alcoves/core/accounts/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** What one is called. */
export function NameSetting({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const accounts = useTranslations("accounts");
  const trpc = useTRPC();
  const router = useRouter();
  const form = useForm<ChangeName>({ resolver: zodResolver(ChangeName), values: { name: me.name } });
  const { errors, isDirty } = form.formState;
  const { mutate, isPending } = useMutation(
    trpc.accounts.changeName.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        router.refresh();
      },
      onError: ({ message }) => form.setError("name", { message }, { shouldFocus: true }),
    }),
  );
  return (
    <form
      noValidate
      method="post"
      onSubmit={form.handleSubmit((name) => mutate(name))}
      className="flex items-start gap-3"
    >
      <TextField
        label={accounts("name")}
        autoComplete="name"
        error={errors.name?.message}
        className="min-w-0 flex-1"
        {...form.register("name")}
      />
      <Button type="submit" size="large" disabled={!isDirty || isPending} className="mt-[26px]">
        {t("save")}
      </Button>
    </form>
  );
}
