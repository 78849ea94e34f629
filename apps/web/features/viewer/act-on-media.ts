import { setVolume, volumeOf } from "../sound/even-loudness.ts";
import { rateAfter } from "./playback-rates.ts";
import type { PlayerAction } from "./player-keys.ts";
import { recallCaptions, rememberCaptions } from "./remembered-captions.ts";

/** One frame at 30 frames a second, s: browsers do not tell the true rate. */
const frameSeconds = 1 / 30;

/** Does to a media element what a key or a button asks for; `frame` is what fills the screen. */
export function actOnMedia(media: HTMLMediaElement, action: PlayerAction, frame: HTMLElement | null): void {
  switch (action.type) {
    case "playPause":
      // A browser may refuse to start with sound before a click: then it stays paused.
      if (media.paused) void media.play().catch(() => undefined);
      else media.pause();
      break;
    case "seekBy":
      seek(media, media.currentTime + action.seconds);
      break;
    case "stepFrame":
      media.pause();
      seek(media, media.currentTime + action.frames * frameSeconds);
      break;
    case "volumeBy":
      media.muted = false;
      setVolume(media, volumeOf(media) + action.amount);
      break;
    case "mute":
      media.muted = !media.muted;
      break;
    case "rateBy":
      media.playbackRate = rateAfter(media.playbackRate, action.steps);
      break;
    case "loop":
      media.loop = !media.loop;
      break;
    case "captions":
      toggleCaptions(media);
      break;
    case "fullscreen":
      if (document.fullscreenElement) void document.exitFullscreen();
      else void frame?.requestFullscreen?.().catch(() => undefined);
      break;
    case "pictureInPicture":
      togglePictureInPicture(media);
      break;
  }
}

/** Goes to a place, s; one outside is taken for the nearest end. */
export function seek(media: HTMLMediaElement, seconds: number): void {
  const end = Number.isFinite(media.duration) ? media.duration : seconds;
  media.currentTime = Math.min(end, Math.max(0, seconds));
}

/** @returns whether this browser shows a film in a window of its own, over other programs */
export function hasPictureInPicture(media: HTMLMediaElement): media is HTMLVideoElement {
  return media instanceof HTMLVideoElement && document.pictureInPictureEnabled === true;
}

function togglePictureInPicture(media: HTMLMediaElement) {
  if (!hasPictureInPicture(media)) return;
  if (document.pictureInPictureElement) void document.exitPictureInPicture();
  else void media.requestPictureInPicture().catch(() => undefined);
}

/** @returns the tracks of an element that can be read along */
export function captionsOf({ textTracks }: HTMLMediaElement): TextTrack[] {
  return [...textTracks].filter(({ kind }) => kind === "captions" || kind === "subtitles");
}

function toggleCaptions(media: HTMLMediaElement) {
  const tracks = captionsOf(media);
  const isShown = tracks.some(({ mode }) => mode === "showing");
  for (const [place, track] of tracks.entries()) {
    track.mode = !isShown && place === 0 ? "showing" : "hidden";
  }
  if (tracks.length > 0) rememberCaptions(!isShown);
}

/** Shows captions that have just come to somebody who had them on last. Without that nobody loads them. */
export function showNewCaptions(media: HTMLMediaElement): void {
  const tracks = captionsOf(media);
  if (!recallCaptions() || tracks.some(({ mode }) => mode === "showing")) return;
  const [isNew] = tracks.filter(({ mode }) => mode === "disabled");
  if (isNew) isNew.mode = "showing";
}
