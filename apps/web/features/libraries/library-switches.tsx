"use client";

import type { LibrarySettings } from "@alcoves/core/libraries/schema";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { SwitchField } from "../../components/switch-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";

const switches = [
  "findsFaces",
  "findsObjects",
  "transcribes",
  "findsAudioEvents",
  "allowsSharing",
  "makesStreams",
] as const;

/** What is done with a library's files beyond keeping them. A switch shows at once and goes back when it was refused. */
export function LibrarySwitches({ libraryId, loaded }: { libraryId: string; loaded: LibrarySettings }) {
  const t = useTranslations("libraries");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: settings } = useQuery(
    trpc.libraries.settings.queryOptions({ libraryId }, { initialData: loaded }),
  );
  const { mutate, variables, isPending } = useMutation(
    trpc.libraries.update.mutationOptions({
      onSuccess: () => toast.success(t("saved")),
      onError: (error) => toast.error(error.message),
      onSettled: () => queryClient.invalidateQueries(trpc.libraries.settings.queryFilter({ libraryId })),
    }),
  );
  return (
    <SettingsSection title={t("understanding")} text={t("understandingText")}>
      <div className="divide-y divide-line border-line border-y">
        {switches.map((name) => (
          <SwitchField
            key={name}
            label={t(`switches.${name}`)}
            description={t(`switchTexts.${name}`)}
            checked={(isPending ? variables[name] : undefined) ?? settings[name]}
            onChange={(isOn) => mutate({ libraryId, [name]: isOn })}
          />
        ))}
      </div>
    </SettingsSection>
  );
}
