"use client";

import type { PurgeQueue, QueueOverview } from "@alcoves/core/jobs/schema";
import { MoreHorizontal, Pause, Play } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "../../components/menu.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { PurgeDialog } from "./purge-dialog.tsx";
import { useQueueActs } from "./use-queue-acts.ts";

const states = ["waiting", "active", "delayed", "failed"] as const;
const purgeable = ["failed", "delayed", "waiting"] as const;

/** Every queue: what it holds, and what can be done with it. */
export function QueueList({ queues }: { queues: QueueOverview[] }) {
  const t = useTranslations("jobs");
  const [purging, setPurging] = useState<(PurgeQueue & Pick<QueueOverview, "name">) | null>(null);
  return (
    <SettingsSection title={t("queues")} text={t("queuesText")}>
      <ul aria-label={t("queues")} className="divide-y divide-line rounded-card border border-line">
        {queues.map((queue) => (
          <QueueRow
            key={queue.name}
            queue={queue}
            onPurge={(state) => setPurging({ name: queue.name, queue: queue.name, state })}
          />
        ))}
      </ul>
      {purging && <PurgeDialog purging={purging} onClose={() => setPurging(null)} />}
    </SettingsSection>
  );
}

/** What a row takes. */
interface QueueRowProps {
  queue: QueueOverview;
  onPurge(state: PurgeQueue["state"]): void;
}

function QueueRow({ queue: { name, lane, weight, counts }, onPurge }: QueueRowProps) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const acts = useQueueActs();
  const label = t(`queue.${name}`);
  const isPaused = counts?.isPaused === true;
  return (
    <li className="px-4 py-3">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2">
            <span className="font-[550]">{label}</span>
            {isPaused && (
              <span className="rounded-full border border-line px-2 py-px text-12 text-accent-text">
                {t("paused")}
              </span>
            )}
          </p>
          <p className="text-13 text-muted">{t(`lane.${lane}`, { ...weight })}</p>
        </div>
        <IconButton
          label={isPaused ? t("resumeQueue", { queue: label }) : t("pauseQueue", { queue: label })}
          disabled={!counts || acts.isPending}
          onClick={() => (isPaused ? acts.resume({ queue: name }) : acts.pause({ queue: name }))}
        >
          {isPaused ? (
            <Play aria-hidden="true" className="size-4" />
          ) : (
            <Pause aria-hidden="true" className="size-4" />
          )}
        </IconButton>
        <Menu
          trigger={
            <IconButton label={t("actsOf", { queue: label })} disabled={!counts}>
              <MoreHorizontal aria-hidden="true" className="size-4" />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => acts.retryFailed({ queue: name })}>{t("retryFailed")}</MenuItem>
          <MenuLine />
          {purgeable.map((state) => (
            <MenuItem
              key={state}
              disabled={!counts?.[state]}
              onSelect={() => onPurge(state)}
              className="text-failed data-[disabled]:opacity-50"
            >
              {t(`purge.${state}`)}
            </MenuItem>
          ))}
        </Menu>
      </div>
      <dl className="mt-2 grid grid-cols-4 gap-2">
        {states.map((state) => (
          <div key={state}>
            <dt className="text-12 text-muted">{t(`state.${state}`)}</dt>
            <dd
              className={
                state === "failed" && counts?.failed
                  ? "text-15 text-failed tabular-nums"
                  : "text-15 tabular-nums"
              }
            >
              {counts ? format.number(counts[state]) : "–"}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
