"use client";

import { ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import type { Zoomer } from "./use-zoom.ts";

/** How much a press on a button or a key zooms. */
export const zoomStep = 1.5;

/** Smaller, how large, larger. */
export function ZoomControls({ zoom, zoomBy, reset }: Pick<Zoomer, "zoom" | "zoomBy" | "reset">) {
  const t = useTranslations("viewer");
  const percent = `${Math.round(zoom.scale * 100)} %`;
  return (
    <>
      <IconButton
        variant="stage"
        label={t("zoomOut")}
        onClick={() => zoomBy(1 / zoomStep)}
        disabled={zoom.scale <= 1}
      >
        <ZoomOut aria-hidden="true" className="size-[18px]" />
      </IconButton>
      <output aria-label={t("zoom")} className="sr-only">
        {percent}
      </output>
      <button
        type="button"
        title={t("zoomReset")}
        onClick={reset}
        className="min-w-14 rounded-full text-13 text-white tabular-nums hover:bg-white/15 focus-visible:outline-2 focus-visible:outline-accent"
      >
        {percent}
        <span className="sr-only">, {t("zoomReset")}</span>
      </button>
      <IconButton variant="stage" label={t("zoomIn")} onClick={() => zoomBy(zoomStep)}>
        <ZoomIn aria-hidden="true" className="size-[18px]" />
      </IconButton>
    </>
  );
}
