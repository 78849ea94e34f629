"use client";

import { type QueueOverview, QueueState } from "@alcoves/core/jobs/schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { JobRow } from "./job-row.tsx";
import { refreshMs } from "./refresh.ts";

/** Jobs more that each look further shows. */
const pageSize = 25;

/** Jobs of a queue or of all, in one state. */
export function JobList({ queues, isAway }: { queues: QueueOverview[]; isAway: boolean }) {
  const t = useTranslations("jobs");
  const trpc = useTRPC();
  const [queue, setQueue] = useState<string | null>(null);
  const [state, setState] = useState<QueueState>("failed");
  const [limit, setLimit] = useState(pageSize);
  const { data: jobs = [], isSuccess } = useQuery(
    trpc.jobs.list.queryOptions(
      { queue, state, limit },
      { enabled: !isAway, refetchInterval: refreshMs, placeholderData: keepPreviousData },
    ),
  );
  return (
    <SettingsSection title={t("jobs")} text={t("jobsText")}>
      <div className="mb-4 grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t("ofQueue")}
          value={queue ?? ""}
          onChange={(event) => setQueue(event.target.value || null)}
        >
          <option value="">{t("allQueues")}</option>
          {queues.map(({ name }) => (
            <option key={name} value={name}>
              {t(`queue.${name}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("inState")}
          value={state}
          onChange={(event) => setState(QueueState.parse(event.target.value))}
        >
          {QueueState.options.map((option) => (
            <option key={option} value={option}>
              {t(`state.${option}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {isAway ? (
        <p className="text-13 text-muted">{t("unknownJobs")}</p>
      ) : (
        <ul aria-label={t("jobs")} className="divide-y divide-line border-line border-y empty:border-0">
          {jobs.map((job) => (
            <JobRow key={`${job.queue} ${job.jobId}`} job={job} />
          ))}
        </ul>
      )}
      {!isAway && isSuccess && jobs.length === 0 && (
        <p className="text-13 text-muted">{t(`none.${state}`)}</p>
      )}
      {!isAway && jobs.length >= limit && limit < 100 && (
        <Button className="mt-4" onClick={() => setLimit(Math.min(100, limit + pageSize))}>
          {t("more")}
        </Button>
      )}
    </SettingsSection>
  );
}
