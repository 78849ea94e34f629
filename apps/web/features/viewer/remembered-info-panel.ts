import { recall, remember } from "./browser-memory.ts";

/** @returns whether a person had the info panel open last in this browser */
export const recallInfoPanel = (): boolean => recall("alcoves-info-panel") === "open";

/** Keeps whether the info panel is open for the next file that is opened. */
export const rememberInfoPanel = (isOpen: boolean): void =>
  remember("alcoves-info-panel", isOpen ? "open" : "closed");
