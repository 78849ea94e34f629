"use client";

import { useEffect, useEffectEvent } from "react";
import { useShell } from "../shell/shell-context.ts";
import { isCharacterKey } from "./player-keys.ts";

/** @returns what a key press does here; null for one that means nothing here */
type OnKey = (event: KeyboardEvent) => (() => void) | null;

/**
 * Listens to keys while the component is there: to none that the focused control needs itself, none that was pressed in a
 * dialog or menu over the viewer, and to no letters and signs where a person switched those off.
 * @param order what stands on the stage is asked "first": arrows seek in a film before they turn to the next file
 */
export function useKeys(onKey: OnKey, order: "first" | "last"): void {
  const isKeyboardOn = useShell()?.me.isKeyboardOn ?? true;
  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isForOthers(event)) return;
    if (!isKeyboardOn && isCharacterKey(event.key)) return;
    const act = onKey(event);
    if (!act) return;
    event.preventDefault();
    if (order === "first") event.stopPropagation();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => listen(event);
    const options = { capture: order === "first" };
    window.addEventListener("keydown", listener, options);
    return () => window.removeEventListener("keydown", listener, options);
  }, [order]);
}

function isForOthers({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const layer = target.closest("[role=dialog], [role=alertdialog], [role=menu]");
  if (layer && !layer.matches("[data-viewer]")) return true;
  if (target.matches("textarea, select, input:not([type=range])")) return true;
  // A slider, a list or a text that scrolls moves by arrows itself; a button takes Space and Enter.
  if (target.matches("input[type=range], pre, [data-takes-arrows] *"))
    return /^(Arrow|Page|Home|End)/.test(key);
  return (key === " " || key === "Enter") && target.matches("button, a, summary");
}
