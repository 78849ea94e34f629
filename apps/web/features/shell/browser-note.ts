/** Notes that a browser keeps for the server's first render: where one was, how the sidebar stood. Never secret. */
export const browserNotes = { library: "alcoves.library", sidebar: "alcoves.sidebar" } as const;

const yearSeconds = 365 * 24 * 60 * 60;

/** Keeps a note for a year. */
export function writeBrowserNote(note: keyof typeof browserNotes, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http and in older browsers.
  document.cookie = `${browserNotes[note]}=${encodeURIComponent(value)}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
