import { recall, remember } from "./browser-memory.ts";

/** @returns whether a person had captions on when they last decided; off when nothing is known */
export const recallCaptions = (): boolean => recall("alcoves-captions") === "on";

/** Keeps the decision for the next file. */
export const rememberCaptions = (areShown: boolean): void =>
  remember("alcoves-captions", areShown ? "on" : "off");
