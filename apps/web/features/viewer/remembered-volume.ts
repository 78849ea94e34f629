const key = "alcoves-volume";

/** How loud a person had it last. */
export interface Volume {
  /** 0–1. */
  volume: number;
  isMuted: boolean;
}

const loud: Volume = { volume: 1, isMuted: false };

/** @returns the volume last used in this browser, full when none is known */
export function recallVolume(): Volume {
  try {
    const [volume, muted] = (localStorage.getItem(key) ?? "").split(" ");
    const value = Number(volume);
    if (volume === "" || volume === undefined || !(value >= 0 && value <= 1)) return loud;
    return { volume: value, isMuted: muted === "muted" };
  } catch {
    return loud;
  }
}

/** Keeps the volume for the next file; a browser without storage forgets it. */
export function rememberVolume({ volume, isMuted }: Volume): void {
  try {
    localStorage.setItem(key, `${volume} ${isMuted ? "muted" : "loud"}`);
  } catch {
    // Private windows may have no storage; nothing depends on it.
  }
}
