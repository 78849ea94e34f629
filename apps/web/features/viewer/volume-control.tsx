"use client";

import { Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import type { PlayerAction } from "./player-keys.ts";
import type { PlayerSettings, PlayerState } from "./use-player.ts";

/** What the control takes. */
interface VolumeControlProps {
  state: Pick<PlayerState, "isMuted" | "volume">;
  act(action: PlayerAction): void;
  change(settings: PlayerSettings): void;
}

/** Sound off and on, and how loud; phones have keys of their own for that. */
export function VolumeControl({ state, act, change }: VolumeControlProps) {
  const t = useTranslations("viewer");
  const VolumeIcon = state.isMuted || state.volume === 0 ? VolumeX : Volume2;
  return (
    <>
      <IconButton
        variant="stage"
        label={state.isMuted ? t("unmute") : t("mute")}
        aria-pressed={state.isMuted}
        onClick={() => act({ type: "mute" })}
      >
        <VolumeIcon aria-hidden="true" className="size-[18px]" />
      </IconButton>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={state.isMuted ? 0 : state.volume}
        aria-label={t("volume")}
        onChange={(event) => change({ volume: Number(event.target.value) })}
        className="w-20 accent-accent max-sm:hidden"
      />
    </>
  );
}
