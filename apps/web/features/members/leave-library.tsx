"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useMutation } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";

/** The way out of a library that is somebody else's. */
export function LeaveLibrary({ library: { libraryId, name } }: { library: LibrarySummary }) {
  const t = useTranslations("members");
  const trpc = useTRPC();
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, isSuccess } = useMutation(
    trpc.members.leave.mutationOptions({
      // A whole new page: nothing of the library is left in it.
      onSuccess: () => window.location.assign("/"),
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <SettingsSection
      title={t("leave")}
      text={t("leaveText")}
      action={
        <Button onClick={() => setIsAsking(true)} className="text-failed">
          <LogOut aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          {t("leave")}
        </Button>
      }
    >
      <ConfirmDialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t("leaveTitle", { name })}
        text={t("leaveText")}
        action={t("leave")}
        isPending={isPending || isSuccess}
        onConfirm={() => mutate({ libraryId })}
      />
    </SettingsSection>
  );
}
