"use client";

import type { JobsOverview } from "@alcoves/core/jobs/schema";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { FleetProgressList } from "./fleet-progress-list.tsx";
import { JobList } from "./job-list.tsx";
import { QueueList } from "./queue-list.tsx";
import { refreshMs } from "./refresh.ts";
import { WorkerList } from "./worker-list.tsx";

/** All work of the instance: how far it is, what waits, who works, and what can be done about it. */
export function JobsDashboard({ loaded }: { loaded: JobsOverview }) {
  const t = useTranslations("jobs");
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.jobs.overview.queryOptions(undefined, { initialData: loaded, refetchInterval: refreshMs }),
  );
  return (
    <>
      <div role="status">
        {data.isQueueAway && (
          <p className="mt-6 rounded-card border border-failed-fill/40 px-4 py-3 text-14">
            <span className="font-[550] text-failed">{t("away")}</span> {t("awayText")}
          </p>
        )}
      </div>
      <FleetProgressList fleet={data.fleet} />
      <QueueList queues={data.queues} />
      <JobList queues={data.queues} isAway={data.isQueueAway} />
      <WorkerList workers={data.workers} isAway={data.isQueueAway} />
    </>
  );
}
