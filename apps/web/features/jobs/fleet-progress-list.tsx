import type { FleetProgress } from "@alcoves/core/jobs/schema";
import { useFormatter, useTranslations } from "next-intl";
import { SettingsSection } from "../settings/settings-section.tsx";
import { useDuration } from "./use-duration.ts";

/** How far each kind of work is over all files. */
export function FleetProgressList({ fleet }: { fleet: FleetProgress[] }) {
  const t = useTranslations("jobs");
  return (
    <SettingsSection title={t("progress")} text={t("progressText")}>
      <ul aria-label={t("progress")} className="grid gap-4">
        {fleet
          .filter(({ total }) => total > 0)
          .map((work) => (
            <FleetRow key={work.job} work={work} />
          ))}
      </ul>
      {fleet.every(({ total }) => total === 0) && <p className="text-13 text-muted">{t("noWork")}</p>}
    </SettingsSection>
  );
}

function FleetRow({ work }: { work: FleetProgress }) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const duration = useDuration();
  const { total, done, failed, perMinute, etaSeconds } = work;
  const name = t(`queue.${work.job}`);
  const facts = [
    failed > 0 && t("failedOf", { count: failed }),
    perMinute !== null && perMinute > 0 && t("pace", { pace: format.number(Math.round(perMinute)) }),
    etaSeconds !== null && t("left", { time: duration(etaSeconds) }),
  ].filter((fact) => fact !== false);
  const ended = done + failed;
  return (
    <li>
      <div className="flex items-baseline justify-between gap-3">
        <span className="font-[550]">{name}</span>
        <span className="text-13 text-muted tabular-nums">
          {t("doneOf", { done: format.number(done), total: format.number(total) })}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={name}
        aria-valuenow={ended}
        aria-valuemin={0}
        aria-valuemax={total}
        className="mt-1.5 flex h-1.5 overflow-hidden rounded-full bg-[color-mix(in_srgb,var(--text)_12%,transparent)]"
      >
        <span className="bg-accent" style={{ width: `${(done / total) * 100}%` }} />
        <span className="bg-failed-fill" style={{ width: `${(failed / total) * 100}%` }} />
      </div>
      {facts.length > 0 && <p className="mt-1 text-13 text-muted tabular-nums">{facts.join(" · ")}</p>}
    </li>
  );
}
