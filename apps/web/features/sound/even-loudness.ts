/** What sound is brought to, LUFS (EBU R 128): quiet enough that music keeps its peaks, loud enough for a phone. */
const targetLufs = -16;

/** The least that is left of a sound: a wrong measurement makes none silent. */
const leastGain = 0.1;

/**
 * @param loudnessLufs integrated loudness; null when it is not known
 * @returns what to multiply the sound by so that it is as loud as others: at most 1, so that no peak is cut off
 */
export function evenGain(loudnessLufs: number | null): number {
  if (loudnessLufs === null) return 1;
  return Math.min(1, Math.max(leastGain, 10 ** ((targetLufs - loudnessLufs) / 20)));
}

const gains = new WeakMap<HTMLMediaElement, number>();
const gainOf = (media: HTMLMediaElement) => gains.get(media) ?? 1;

/** Makes what an element plays quieter by a factor, 0–1, without changing how loud the person has it. */
export function setGain(media: HTMLMediaElement, gain: number): void {
  const volume = volumeOf(media);
  gains.set(media, gain);
  setVolume(media, volume);
}

/** @returns how loud the person has it, 0–1, whatever the gain */
export function volumeOf(media: HTMLMediaElement): number {
  return Math.min(1, media.volume / gainOf(media));
}

/** Sets how loud the person has it, 0–1; beyond is held there. */
export function setVolume(media: HTMLMediaElement, volume: number): void {
  media.volume = Math.min(1, Math.max(0, volume)) * gainOf(media);
}
