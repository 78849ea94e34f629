import Bowser from "bowser";

/** What a user agent calls itself; null where it does not say. */
export interface Device {
  browser: string | null;
  system: string | null;
  /** A phone or a tablet. */
  isPhone: boolean;
}

/** Reads the `User-Agent` of a session. It is a claim: good for recognising one's own devices, for nothing else. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null, isPhone: false };
  const { browser, os, platform } = Bowser.parse(userAgent);
  return {
    browser: browser.name || null,
    system: os.name || null,
    isPhone: platform.type === "mobile" || platform.type === "tablet",
  };
}
