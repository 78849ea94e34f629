import { recall, remember } from "./browser-memory.ts";

/** How loud a person had it last. */
export interface Volume {
  /** 0–1. */
  volume: number;
  isMuted: boolean;
}

const loud: Volume = { volume: 1, isMuted: false };

/** @returns the volume last used in this browser, full when none is known */
export function recallVolume(): Volume {
  const [volume, muted] = (recall("alcoves-volume") ?? "").split(" ");
  const value = Number(volume);
  if (volume === "" || volume === undefined || !(value >= 0 && value <= 1)) return loud;
  return { volume: value, isMuted: muted === "muted" };
}

/** Keeps the volume for the next file. */
export const rememberVolume = ({ volume, isMuted }: Volume): void =>
  remember("alcoves-volume", `${volume} ${isMuted ? "muted" : "loud"}`);
