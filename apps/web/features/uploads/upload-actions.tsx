"use client";

import { CircleX, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { useTRPCClient } from "../../trpc/client.tsx";
import { AtOnceChoice } from "./at-once-choice.tsx";
import { retryAllUploads } from "./retry-uploads.ts";
import type { QueueView } from "./use-queue-view.ts";
import { useUploads } from "./use-uploads.ts";

/** What can be done with all uploads together. */
export function UploadActions({ view: { summary } }: { view: QueueView }) {
  const t = useTranslations("uploads");
  const client = useTRPCClient();
  const { engine } = useUploads();
  const [isAsking, setIsAsking] = useState(false);
  const unfinished = summary.left + summary.failed;
  return (
    <footer className="flex flex-wrap items-center gap-1 border-line border-t px-2 py-1.5 text-13">
      <AtOnceChoice onChange={() => engine.nudge()} />
      <span className="flex-1" />
      {summary.failed > 0 && (
        <TextButton onClick={() => void retryAllUploads(client, engine)}>{t("retryAll")}</TextButton>
      )}
      {summary.done + summary.duplicate > 0 && (
        <TextButton onClick={() => void engine.clear()}>{t("clear")}</TextButton>
      )}
      {summary.isActive && (
        <IconButton variant="small" label={t("pauseAll")} onClick={() => void engine.pauseAll()}>
          <Pause aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      {summary.paused > 0 && (
        <IconButton variant="small" label={t("resumeAll")} onClick={() => void engine.resumeAll()}>
          <Play aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      {unfinished > 0 && (
        <IconButton variant="small" label={t("cancelAll")} onClick={() => setIsAsking(true)}>
          <CircleX aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      <ConfirmDialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t("cancelAllTitle", { count: unfinished })}
        text={t("cancelAllText")}
        action={t("cancelAll")}
        isPending={false}
        onConfirm={() => {
          setIsAsking(false);
          void engine.cancelAll();
        }}
      />
    </footer>
  );
}

function TextButton({ onClick, children }: { onClick(): void; children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="h-8 rounded-control px-2 font-[550] hover:bg-panel focus-visible:outline-2 focus-visible:outline-accent"
    >
      {children}
    </button>
  );
}
