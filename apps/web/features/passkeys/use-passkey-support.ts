"use client";

import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";
import { type PasskeySupport, passkeySupport } from "./passkey-support.ts";

/** @returns whether this page can use passkeys; null on the server, which does not know how the page was opened */
export function usePasskeySupport(origin: string): PasskeySupport | null {
  return useSyncExternalStore(
    subscribe,
    () => passkeySupport(origin, { origin: window.location.origin, hasWebAuthn: browserSupportsWebAuthn() }),
    () => null,
  );
}

/** Nothing of it changes while a page is open. */
const subscribe = () => () => {};
