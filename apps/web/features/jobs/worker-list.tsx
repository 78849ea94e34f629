import type { JobsOverview } from "@alcoves/core/jobs/schema";
import { useFormatter, useTranslations } from "next-intl";
import { SettingsSection } from "../settings/settings-section.tsx";

/** Which workers are there, and where. */
export function WorkerList({ workers, isAway }: { workers: JobsOverview["workers"]; isAway: boolean }) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const none = isAway ? t("unknownWorkers") : t("noWorkers");
  return (
    <SettingsSection title={t("workers")} text={t("workersText")}>
      {workers.length === 0 ? (
        <p className={isAway ? "text-13 text-muted" : "text-13 text-failed"}>{none}</p>
      ) : (
        <ul aria-label={t("workers")} className="divide-y divide-line rounded-card border border-line">
          {workers.map(({ workerId, host, pid, startedAtMs }) => (
            <li key={workerId} className="flex items-baseline justify-between gap-4 px-4 py-2.5">
              <span className="min-w-0 break-words font-[550]">{host}</span>
              <span className="shrink-0 text-13 text-muted tabular-nums">
                {t("workerSince", {
                  pid: String(pid),
                  date: format.dateTime(new Date(startedAtMs), { dateStyle: "medium", timeStyle: "short" }),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  );
}
