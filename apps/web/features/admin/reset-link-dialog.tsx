"use client";

import type { ResetLink } from "@alcoves/core/password-resets/schema";
import { useFormatter, useTranslations } from "next-intl";
import { CopyField } from "../../components/copy-field.tsx";
import { Dialog } from "../../components/dialog.tsx";

/** What the dialog takes. */
interface ResetLinkDialogProps {
  name: string;
  /** Null closes the dialog. */
  link: ResetLink | null;
  onClose(): void;
}

/** A link that was just made, to be copied: it is not shown again. */
export function ResetLinkDialog({ name, link, onClose }: ResetLinkDialogProps) {
  const t = useTranslations("admin");
  const format = useFormatter();
  const date = link ? format.dateTime(link.expiresAt, { dateStyle: "medium", timeStyle: "short" }) : "";
  return (
    <Dialog
      open={link !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("resetLinkTitle", { name })}
      description={t("resetLinkText", { name, date: `${date} UTC` })}
    >
      {link && <CopyField label={t("link")} value={link.url} onDone={onClose} />}
    </Dialog>
  );
}
