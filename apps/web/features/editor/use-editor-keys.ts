"use client";

import type { RefObject } from "react";
import { useKeys } from "../viewer/use-keys.ts";
import type { usePlayer } from "../viewer/use-player.ts";
import { type EditorAction, editorAction } from "./editor-keys.ts";
import type { TimelineHandle } from "./timeline.tsx";
import type { Editing } from "./use-editing.ts";
import type { EditorActs } from "./use-editor-acts.ts";

/** What keys act on. */
interface KeysOptions {
  acts: EditorActs;
  editing: Editing;
  player: ReturnType<typeof usePlayer>;
  timeline: RefObject<TimelineHandle | null>;
  media: RefObject<HTMLVideoElement | null>;
  save(): void;
  help(): void;
}

/** Hears the keys of the editor. */
export function useEditorKeys({ acts, editing, player, timeline, media, save, help }: KeysOptions): void {
  const playheadMs = () => (media.current?.currentTime ?? 0) * 1_000;
  const runs: { [Type in EditorAction["type"]]: (action: Extract<EditorAction, { type: Type }>) => void } = {
    player: ({ action }) => player.act(action),
    new: acts.add,
    markIn: acts.markIn,
    markOut: acts.markOut,
    split: acts.split,
    remove: acts.remove,
    loop: acts.loop,
    deselect: acts.deselect,
    rename: () => document.querySelector<HTMLInputElement>("[data-moment-name]")?.select(),
    select: ({ step }) => acts.step(step),
    nudge: ({ ms }) => acts.nudge(ms),
    zoom: ({ factor }) => timeline.current?.zoom(factor),
    scroll: ({ direction }) => timeline.current?.page(direction),
    fit: () => timeline.current?.fit(),
    centre: () => timeline.current?.centre(playheadMs()),
    snap: acts.toggleSnap,
    help,
    undo: editing.undo,
    redo: editing.redo,
    save,
  };
  useKeys((event) => {
    const action = editorAction(event);
    // A table by type is complete by its own type; that its entry takes this action, the compiler cannot follow.
    return action && (() => runs[action.type](action as never));
  }, "first");
}
