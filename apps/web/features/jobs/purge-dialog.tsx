"use client";

import type { PurgeQueue, QueueOverview } from "@alcoves/core/jobs/schema";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useQueueActs } from "./use-queue-acts.ts";

/** What the question takes. */
interface PurgeDialogProps {
  purging: PurgeQueue & Pick<QueueOverview, "name">;
  onClose(): void;
}

/** Asks before a queue is emptied. Work that has not been done yet goes only when the name of its queue was typed. */
export function PurgeDialog({ purging: { name, state }, onClose }: PurgeDialogProps) {
  const t = useTranslations("jobs");
  const { purge, isPending } = useQueueActs();
  const [typed, setTyped] = useState("");
  const queue = t(`queue.${name}`);
  const isTyped = state !== "failed";
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t(`purgeTitle.${state}`, { queue })}
      text={isTyped ? t("purgeText") : t("purgeFailedText")}
      action={t("purgeAct")}
      isPending={isPending}
      isReady={!isTyped || typed.trim() === queue}
      onConfirm={() => purge({ queue: name, state }, { onSettled: onClose })}
    >
      {isTyped && (
        <TextField
          label={t("purgeTyped", { queue })}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </ConfirmDialog>
  );
}
