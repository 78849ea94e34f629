"use client";

import { type LibrarySettings, UpdateLibrary } from "@alcoves/core/libraries/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Controller, useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { EmojiChoice } from "./emoji-choice.tsx";

/** What a library is called, and its picture. */
export function LibraryNameForm({ libraryId, settings }: { libraryId: string; settings: LibrarySettings }) {
  const t = useTranslations("libraries");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { name, emoji } = settings;
  const form = useForm({ resolver: zodResolver(UpdateLibrary), defaultValues: { libraryId, name, emoji } });
  const { mutate, isPending } = useMutation(
    trpc.libraries.update.mutationOptions({
      onSuccess: async (saved) => {
        form.reset({ libraryId, name: saved.name, emoji: saved.emoji });
        await queryClient.invalidateQueries(trpc.libraries.list.queryFilter());
        router.refresh();
        toast.success(t("saved"));
      },
      onError: (error) => form.setError("name", { message: error.message }, { shouldFocus: true }),
    }),
  );
  const { errors, isDirty } = form.formState;
  return (
    <SettingsSection title={t("look")}>
      <form noValidate onSubmit={form.handleSubmit((changes) => mutate(changes))} className="grid gap-5">
        <TextField
          label={t("name")}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register("name")}
        />
        <Controller
          control={form.control}
          name="emoji"
          render={({ field }) => <EmojiChoice value={field.value ?? emoji} onChange={field.onChange} />}
        />
        <div>
          <Button type="submit" variant="primary" disabled={isPending || !isDirty}>
            {t("save")}
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
