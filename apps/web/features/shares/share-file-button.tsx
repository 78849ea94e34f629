"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { ShareDialog } from "./share-dialog.tsx";

/** What the button takes. */
interface ShareFileButtonProps {
  library: LibrarySummary;
  fileId: string;
  name: string;
}

/** Opens the links of the open file; nothing for those who may not make any. */
export function ShareFileButton({ library, fileId, name }: ShareFileButtonProps) {
  const t = useTranslations("shares");
  const [isOpen, setOpen] = useState(false);
  if (!isAllowed(library, "share by link")) return null;
  return (
    <>
      <IconButton variant="stage" label={t("share")} onClick={() => setOpen(true)}>
        <Share2 aria-hidden="true" className="size-[18px]" />
      </IconButton>
      {isOpen && (
        <ShareDialog
          libraryId={library.libraryId}
          subject={{ kind: "file", fileId, name }}
          allowsSharing={library.allowsSharing}
          mayAllow={isAllowed(library, "change the library")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
