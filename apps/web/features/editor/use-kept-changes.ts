"use client";

import { useEffect } from "react";

/** Of this tab alone: two tabs have each their own changes. */
const keyOf = (fileId: string) => `alcoves-moments-${fileId}`;

/** @returns changes of a file's moments that this tab has kept; null without any, and where a browser keeps nothing */
export function recallChanges(fileId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(fileId));
  } catch {
    return null;
  }
}

/** Forgets them, for somebody who leaves without saving. */
export function forgetChanges(fileId: string): void {
  try {
    sessionStorage.removeItem(keyOf(fileId));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/**
 * Keeps what is not saved for as long as the tab lives: a reload, a crash and a step to another page lose nothing. Before the page is closed
 * the browser asks.
 * @param text of spellChanges
 */
export function useKeptChanges(fileId: string, text: string | null): void {
  useEffect(() => {
    try {
      if (text === null) sessionStorage.removeItem(keyOf(fileId));
      else sessionStorage.setItem(keyOf(fileId), text);
    } catch {
      // Without room there is still the question before the page is left.
    }
  }, [fileId, text]);
  const isUnsaved = text !== null;
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
}
