"use client";

import { Minus, Plus, Scan } from "lucide-react";
import type { Map as MapLibre } from "maplibre-gl";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";

/** What the controls take. */
interface MapControlsProps {
  map: MapLibre;
  onEverything(): void;
}

/** How far a key moves the map, px. */
const stepPx = 120;

/** Moves a map by buttons and keys. */
export function MapControls({ map, onEverything }: MapControlsProps) {
  const t = useTranslations("map");
  const zoomIn = () => void map.zoomIn();
  const zoomOut = () => void map.zoomOut();
  useShortcut("mapZoomIn", zoomIn);
  useShortcut("mapZoomOut", zoomOut);
  useShortcut("mapLeft", () => void map.panBy([-stepPx, 0]));
  useShortcut("mapRight", () => void map.panBy([stepPx, 0]));
  useShortcut("mapUp", () => void map.panBy([0, -stepPx]));
  useShortcut("mapDown", () => void map.panBy([0, stepPx]));
  const buttons = [
    { name: "zoomIn", Icon: Plus, onClick: zoomIn },
    { name: "zoomOut", Icon: Minus, onClick: zoomOut },
    { name: "everything", Icon: Scan, onClick: onEverything },
  ] as const;
  return (
    <div className="absolute top-3 right-3 z-10 grid divide-y divide-line overflow-hidden rounded-control border border-line bg-raised shadow-float">
      {buttons.map(({ name, Icon, onClick }) => (
        <IconButton
          key={name}
          label={t(name)}
          onClick={onClick}
          className="rounded-none focus-visible:-outline-offset-2"
        >
          <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
        </IconButton>
      ))}
    </div>
  );
}
