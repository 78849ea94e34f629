"use client";

import type { ShareSummary } from "@alcoves/core/shares/schema";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { inputLook } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { NewShareForm } from "./new-share-form.tsx";
import { shareUrls } from "./share-urls.ts";
import { type ShareSubject, subjectIds } from "./shared-subject.ts";

/** What the dialog takes. */
interface ShareDialogProps {
  libraryId: string;
  subject: ShareSubject;
  /** Whether the library lets anything be shared at all, and whether the reader may change that. */
  allowsSharing: boolean;
  mayAllow: boolean;
  onClose(): void;
}

/** The links to a moment, a file or an album: how often each was opened, what it shows, how long it lasts, and a new one. */
export function ShareDialog({ libraryId, subject, allowsSharing, mayAllow, onClose }: ShareDialogProps) {
  const t = useTranslations("shares");
  const trpc = useTRPC();
  const { name, kind } = subject;
  const { data: shares } = useQuery(trpc.shares.list.queryOptions(subjectIds(libraryId, subject)));
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { name })}
      description={allowsSharing ? t(`text.${kind}`) : t("off")}
    >
      <div className="grid gap-6">
        {shares && shares.length > 0 && (
          <ul aria-label={t("links")} className="grid gap-3">
            {shares.map((share) => (
              <ShareRow key={share.shareId} {...{ libraryId, subject, share, allowsSharing }} />
            ))}
          </ul>
        )}
        {allowsSharing ? (
          <NewShareForm {...{ libraryId, subject }} />
        ) : (
          mayAllow && (
            <Button asChild variant="primary">
              <Link href={`/l/${libraryId}/settings`}>{t("allow")}</Link>
            </Button>
          )
        )}
      </div>
    </Dialog>
  );
}

interface ShareRowProps {
  libraryId: string;
  subject: ShareSubject;
  share: ShareSummary;
  allowsSharing: boolean;
}

function ShareRow({ libraryId, subject, share, allowsSharing }: ShareRowProps) {
  const t = useTranslations("shares");
  const format = useFormatter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation(
    trpc.shares.revoke.mutationOptions({
      onSuccess: () =>
        queryClient.invalidateQueries(trpc.shares.list.queryFilter(subjectIds(libraryId, subject))),
      onError: (error) => toast.error(error.message),
    }),
  );
  const { shareId, token, state, views, hasPassword, exposes, expiresAt, mayRevoke } = share;
  const isOpen = state === "open" && allowsSharing;
  const link = token && `${window.location.origin}${shareUrls.page(token)}`;
  const facts = [
    t("views", { count: views }),
    exposes.originals ? t("withOriginals") : exposes.metadata ? t("withMetadata") : null,
    exposes.location && !exposes.originals ? t("withLocation") : null,
    hasPassword ? t("withPassword") : null,
    state === "open" && expiresAt
      ? t("until", { date: format.dateTime(expiresAt, { dateStyle: "medium" }) })
      : null,
    state !== "open" ? t(`state.${state}`) : allowsSharing ? null : t("state.off"),
  ];
  return (
    <li className="grid gap-2 rounded-card border border-line p-3">
      {isOpen && link && (
        <div className="flex gap-2">
          <input
            aria-label={t("link")}
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
            className={`${inputLook} h-9 min-w-0 flex-1 text-13`}
          />
          <CopyButton text={link} />
        </div>
      )}
      <div className="flex items-center justify-between gap-3">
        <p className="text-13 text-muted tabular-nums">{facts.filter((fact) => fact !== null).join(" · ")}</p>
        {state === "open" && mayRevoke && (
          <Button
            variant="quiet"
            disabled={isPending}
            onClick={() => mutate({ libraryId, shareId })}
            className="text-failed"
          >
            {t("revoke")}
          </Button>
        )}
      </div>
    </li>
  );
}
