"use client";

import type { AuditEntry, AuditPage } from "@alcoves/core/audit/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { changesOf, valuesOf } from "./audit-values.ts";

/** Who did what to the instance, when and from where; the newest first. */
export function AuditLog({ loaded }: { loaded: AuditPage }) {
  const t = useTranslations("admin");
  const trpc = useTRPC();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      {},
      {
        getNextPageParam: ({ nextCursor }) => nextCursor,
        initialData: { pages: [loaded], pageParams: [null] },
      },
    ),
  );
  return (
    <SettingsSection title={t("audit")} text={t("auditText")}>
      <ol aria-label={t("audit")} className="divide-y divide-line border-line border-y">
        {data.pages
          .flatMap(({ entries }) => entries)
          .map((entry) => (
            <AuditRow key={entry.entryId} entry={entry} />
          ))}
      </ol>
      {hasNextPage && (
        <Button className="mt-4" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </SettingsSection>
  );
}

function AuditRow({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("admin");
  const isChange = entry.kind === "library.changed" || entry.kind === "settings.changed";
  const changes = isChange
    ? changesOf(entry.subject).map(({ name, value }) => t(`changed.${name}`, { value }))
    : [];
  return (
    <li className="grid gap-x-4 gap-y-0.5 py-2.5 md:grid-cols-[11rem_1fr_auto]">
      <time dateTime={entry.createdAt.toISOString()} className="text-13 text-muted tabular-nums md:pt-px">
        {entry.createdAt.toISOString().slice(0, 19).replace("T", " ")}
      </time>
      <div className="min-w-0">
        <p className="break-words">
          <span className="font-[550]">{entry.userName ?? t("nobody")}</span>{" "}
          {t(`did.${entry.kind}`, valuesOf(entry.subject))}
        </p>
        {changes.length > 0 && <p className="text-13 text-muted">{changes.join(" · ")}</p>}
      </div>
      <p className="text-13 text-muted tabular-nums md:text-right" title={entry.userAgent ?? undefined}>
        {entry.address}
      </p>
    </li>
  );
}
