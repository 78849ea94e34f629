"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";

/** The end of a library that holds nothing any more, behind its name, typed. */
export function RemoveLibrary({ library: { libraryId, name } }: { library: LibrarySummary }) {
  const t = useTranslations("libraries");
  const trpc = useTRPC();
  const [isAsking, setIsAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const { mutate, error, reset, isPending, isSuccess } = useMutation(
    trpc.libraries.remove.mutationOptions({
      // A whole new page: nothing of the library is left in it.
      onSuccess: () => window.location.assign("/"),
    }),
  );
  const close = () => {
    setIsAsking(false);
    setTyped("");
    reset();
  };
  return (
    <SettingsSection
      title={t("delete")}
      text={t("deleteText")}
      action={
        <Button onClick={() => setIsAsking(true)} className="text-failed">
          {t("delete")}
        </Button>
      }
    >
      <ConfirmDialog
        open={isAsking}
        onClose={close}
        title={t("deleteTitle", { name })}
        text={t("deleteText")}
        action={t("delete")}
        isReady={typed.trim() === name}
        isPending={isPending || isSuccess}
        onConfirm={() => mutate({ libraryId, name: typed })}
      >
        <TextField
          label={t("deleteTyped", { name })}
          autoComplete="off"
          value={typed}
          error={error?.message}
          onChange={(event) => setTyped(event.target.value)}
        />
      </ConfirmDialog>
    </SettingsSection>
  );
}
