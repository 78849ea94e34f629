"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "../../components/dialog.tsx";
import { useLastShown } from "../../components/use-last-shown.ts";
import { ShowInvite } from "./show-invite.tsx";

/** Shows the link of an invite that was made before. @param props.token null while none is shown */
export function ShowInviteDialog({ token, onClose }: { token: string | null; onClose(): void }) {
  const t = useTranslations("invites");
  const shown = useLastShown(token);
  return (
    <Dialog
      open={token !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("shareTitle")}
      description={t("shareText")}
    >
      {shown && <ShowInvite token={shown} />}
    </Dialog>
  );
}
