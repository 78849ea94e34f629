"use client";

import type { InviteSummary } from "@alcoves/core/invites/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ShowInviteDialog } from "./show-invite-dialog.tsx";
import { useInviteWords } from "./use-invite-words.ts";

/** One link: what became of it, who came by it, and ways to show and to end it. */
export function InviteRow({ libraryId, invite }: { libraryId: string; invite: InviteSummary }) {
  const t = useTranslations("invites");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isShown, setIsShown] = useState(false);
  const { uses, note, joined } = useInviteWords(invite);
  const { inviteId, status } = invite;
  const isPendingInvite = status === "pending";
  const { mutate: revoke, isPending } = useMutation(
    trpc.invites.revoke.mutationOptions({
      onSuccess: () => toast.success(t("revoked")),
      onError: (error) => toast.error(error.message),
      onSettled: () => queryClient.invalidateQueries(trpc.invites.list.queryFilter({ libraryId })),
    }),
  );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <Link2
        aria-hidden="true"
        strokeWidth={1.75}
        className={clsx("size-[18px] shrink-0", isPendingInvite ? "text-ready" : "text-muted")}
      />
      <div className="min-w-48 flex-1">
        <p className="font-[550]">
          {t(`status.${status}`)}
          <span className="font-normal text-muted tabular-nums"> · {uses}</span>
        </p>
        <p className="text-13 text-muted">{note}</p>
        {joined && <p className="text-13 text-muted">{joined}</p>}
      </div>
      {isPendingInvite && (
        <div className="flex gap-1 max-md:ml-4.5">
          <Button variant="quiet" onClick={() => setIsShown(true)}>
            {t("show")}
          </Button>
          <Button
            variant="quiet"
            disabled={isPending}
            onClick={() => revoke({ libraryId, inviteId })}
            className="text-failed"
          >
            {t("revoke")}
          </Button>
        </div>
      )}
      <ShowInviteDialog token={isShown ? invite.token : null} onClose={() => setIsShown(false)} />
    </li>
  );
}
