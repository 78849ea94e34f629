"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { IconButton } from "../../components/icon-button.tsx";

/** What the coordinates take, in degrees. */
interface CoordinatesProps {
  latitude: number;
  longitude: number;
}

/** Where a file was captured, to read and to copy. */
export function Coordinates({ latitude, longitude }: CoordinatesProps) {
  const t = useTranslations("viewer");
  const errors = useTranslations("app");
  const [isCopied, setCopied] = useState(false);
  const text = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const copy = async () => {
    try {
      // Missing on plain http: then it is copied by hand.
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast.error(errors("copyFailed"));
    }
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <span className="flex items-center gap-1">
      {text}
      <IconButton
        variant="small"
        label={t(isCopied ? "coordinatesCopied" : "copyCoordinates")}
        onClick={copy}
      >
        <Icon aria-hidden="true" className="size-3.5" />
      </IconButton>
    </span>
  );
}
