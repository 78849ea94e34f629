"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { useUploads } from "../uploads/use-uploads.ts";

/** A folder with nothing in it: one picture, one sentence, one action. */
export function EmptyFolder({ canAdd }: { canAdd: boolean }) {
  const t = useTranslations("browse");
  const { pick } = useUploads();
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-5 py-16 text-center">
      <AlcovePicture />
      <p className="text-15 text-muted">{canAdd ? t("empty") : t("emptyForViewer")}</p>
      {canAdd && (
        <Button variant="primary" onClick={() => pick()}>
          <Upload aria-hidden="true" className="size-[18px]" />
          {t("upload")}
        </Button>
      )}
    </div>
  );
}

/** An alcove with a picture being put into it. */
function AlcovePicture() {
  return (
    <svg
      viewBox="0 0 160 140"
      aria-hidden="true"
      className="h-[140px] w-40 text-line"
      fill="none"
      strokeWidth="2"
    >
      <path d="M28 136V68a52 52 0 0 1 104 0v68" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <path d="M12 136h136" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <g className="text-muted" stroke="currentColor">
        <rect
          x="46"
          y="84"
          width="40"
          height="30"
          rx="3"
          transform="rotate(-7 66 99)"
          className="fill-panel"
        />
        <path d="m50 110 11-12 8 7 7-9 12 10" transform="rotate(-7 66 99)" strokeLinejoin="round" />
      </g>
      <g className="text-accent" stroke="currentColor">
        <rect
          x="78"
          y="76"
          width="38"
          height="50"
          rx="3"
          transform="rotate(5 97 101)"
          className="fill-raised"
        />
        <circle cx="90" cy="90" r="4" transform="rotate(5 97 101)" />
        <path d="m80 118 12-15 8 8 5-6 9 13" transform="rotate(5 97 101)" strokeLinejoin="round" />
      </g>
    </svg>
  );
}
