"use client";

import { type InstanceSettings, RegistrationMode } from "@alcoves/core/settings/schema";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { ChoiceList } from "../../components/choice-list.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";

/** Who may make an account; the instance owner's. The choice shows at once and goes back when it was refused. */
export function RegistrationSetting({ loaded }: { loaded: InstanceSettings }) {
  const t = useTranslations("admin");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: settings } = useQuery(trpc.settings.get.queryOptions(undefined, { initialData: loaded }));
  const { mutate, variables, isPending } = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess: () => toast.success(t("saved")),
      onError: (error) => toast.error(error.message),
      onSettled: () => queryClient.invalidateQueries(trpc.settings.get.queryFilter()),
    }),
  );
  return (
    <SettingsSection title={t("registration")} text={t("registrationText")}>
      <ChoiceList
        label={t("registration")}
        value={(isPending ? variables.registrationMode : undefined) ?? settings.registrationMode}
        onChange={(registrationMode) => mutate({ registrationMode })}
        choices={RegistrationMode.options.map((mode) => ({
          value: mode,
          label: t(`mode.${mode}`),
          description: t(`modeText.${mode}`),
        }))}
      />
    </SettingsSection>
  );
}
