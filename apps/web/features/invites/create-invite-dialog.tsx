"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ShowInvite } from "./show-invite.tsx";

const uses = [1, 5, 25, null] as const;
const days = [1, 7, 30, null] as const;

/** What the dialog takes. */
interface CreateInviteDialogProps {
  libraryId: string;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Makes an invite and shows its link. */
export function CreateInviteDialog({ libraryId, open, onOpenChange }: CreateInviteDialogProps) {
  const t = useTranslations("invites");
  const [token, setToken] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={token ? t("shareTitle") : t("invite")}
      description={token ? t("shareText") : t("inviteText")}
    >
      {token ? <ShowInvite token={token} /> : <CreateInviteForm libraryId={libraryId} onMade={setToken} />}
    </Dialog>
  );
}

function CreateInviteForm({ libraryId, onMade }: { libraryId: string; onMade(token: string): void }) {
  const t = useTranslations("invites");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [maxUses, setMaxUses] = useState<(typeof uses)[number]>(1);
  const [expiresInDays, setExpiresInDays] = useState<(typeof days)[number]>(7);
  const { mutate, isPending } = useMutation(
    trpc.invites.create.mutationOptions({
      onSuccess: async ({ token }) => {
        onMade(token);
        await queryClient.invalidateQueries(trpc.invites.list.queryFilter({ libraryId }));
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ libraryId, maxUses, expiresInDays });
      }}
      className="grid gap-5"
    >
      <SelectField
        label={t("maxUses")}
        value={String(maxUses)}
        onChange={(event) => setMaxUses(uses.find((count) => String(count) === event.target.value) ?? null)}
      >
        {uses.map((count) => (
          <option key={count} value={String(count)}>
            {count === null ? t("unlimited") : t("people", { count })}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("expiry")}
        value={String(expiresInDays)}
        onChange={(event) => setExpiresInDays(days.find((day) => String(day) === event.target.value) ?? null)}
      >
        {days.map((day) => (
          <option key={day} value={String(day)}>
            {day === null ? t("never") : t("days", { count: day })}
          </option>
        ))}
      </SelectField>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={isPending}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
