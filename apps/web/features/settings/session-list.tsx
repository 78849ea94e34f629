"use client";

import type { SessionSummary } from "@alcoves/core/accounts/schema";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { deviceOf } from "./device-of.ts";
import { SettingsSection } from "./settings-section.tsx";

/** The browsers that are signed in, with ways to end their sessions. */
export function SessionList({ loaded }: { loaded: SessionSummary[] }) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: sessions } = useQuery(
    trpc.accounts.listSessions.queryOptions(undefined, { initialData: loaded }),
  );
  const after = {
    onError: (error: { message: string }) => toast.error(error.message),
    onSettled: () => queryClient.invalidateQueries(trpc.accounts.listSessions.queryFilter()),
  };
  const endOne = useMutation(
    trpc.accounts.endSession.mutationOptions({ ...after, onSuccess: () => toast.success(t("sessionEnded")) }),
  );
  const endOthers = useMutation(
    trpc.accounts.endOtherSessions.mutationOptions({
      ...after,
      onSuccess: ({ count }) => toast.success(t("sessionsEnded", { count })),
    }),
  );
  return (
    <SettingsSection
      title={t("sessions")}
      text={t("sessionsText")}
      action={
        sessions.length > 1 && (
          <Button disabled={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t("endOthers")}
          </Button>
        )
      }
    >
      <ul aria-label={t("sessions")} className="divide-y divide-line rounded-card border border-line">
        {sessions.map((session) => (
          <SessionRow
            key={session.sessionId}
            session={session}
            isEnding={endOne.isPending && endOne.variables.sessionId === session.sessionId}
            onEnd={() => endOne.mutate({ sessionId: session.sessionId })}
          />
        ))}
      </ul>
    </SettingsSection>
  );
}

/** What a row takes. */
interface SessionRowProps {
  session: SessionSummary;
  isEnding: boolean;
  onEnd: () => void;
}

function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const t = useTranslations("settings");
  const format = useFormatter();
  const { browser, system, isPhone } = deviceOf(session.userAgent);
  const Icon = isPhone ? Smartphone : Monitor;
  const name =
    browser && system ? t("device", { browser, system }) : (browser ?? system ?? t("unknownDevice"));
  const seen = t("seenOn", { date: format.dateTime(session.lastSeenAt, { dateStyle: "medium" }) });
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-[550]">{name}</p>
        <p className="text-13 text-muted">
          {session.isCurrent ? <span className="text-ready">{t("thisSession")}</span> : seen}
          {session.address && ` · ${session.address}`}
        </p>
      </div>
      {!session.isCurrent && (
        <Button
          variant="quiet"
          aria-label={t("endNamed", { name })}
          disabled={isEnding}
          onClick={onEnd}
          className="text-failed"
        >
          {t("end")}
        </Button>
      )}
    </li>
  );
}
