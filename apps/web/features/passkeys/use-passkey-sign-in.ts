"use client";

import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { enter } from "../accounts/enter.ts";
import { signInByPasskey } from "../accounts/sign-in-here.ts";

/** Challenges last five minutes; the one that waits in the field's suggestions is renewed before. */
const renewEveryMs = 4 * 60_000;

/**
 * Signing in by a passkey: from a button, and from the suggestions of the email field where the browser has those.
 * @param options.isReady whether passkeys can be used on this page
 */
export function usePasskeySignIn({ callbackUrl, isReady }: { callbackUrl: string | null; isReady: boolean }) {
  const t = useTranslations("accounts");
  const app = useTranslations("app");
  const trpc = useTRPC();
  const [error, setError] = useState<string | undefined>();
  const [isBusy, setIsBusy] = useState(false);
  const { mutateAsync: begin } = useMutation(trpc.passkeys.beginSignIn.mutationOptions());

  const finish = useCallback(
    async (response: AuthenticationResponseJSON) => {
      setIsBusy(true);
      const end = await signInByPasskey(response);
      if (end.kind === "in") return enter(callbackUrl);
      setError(end.kind === "refused" ? end.message : app("unreachable"));
      setIsBusy(false);
    },
    [app, callbackUrl],
  );

  useEffect(() => {
    // After a refusal the person begins anew: an authenticator that answers by itself would go round and round.
    if (!isReady || isBusy || error) return;
    let isOver = false;
    const suggest = async () => {
      if (!(await browserSupportsWebAuthnAutofill())) return;
      const optionsJSON = await begin();
      if (!isOver) await finish(await startAuthentication({ optionsJSON, useBrowserAutofill: true }));
    };
    // What ends it is the next round or the button; where it does not work the button is still there.
    const start = () => void suggest().catch(() => {});
    start();
    const timer = setInterval(start, renewEveryMs);
    return () => {
      isOver = true;
      clearInterval(timer);
      WebAuthnAbortService.cancelCeremony();
    };
  }, [isReady, isBusy, error, begin, finish]);

  /** Asks for a passkey now. */
  const signIn = async () => {
    setError(undefined);
    setIsBusy(true);
    try {
      await finish(await startAuthentication({ optionsJSON: await begin() }));
    } catch {
      // Closed by the person, or there is none here: browsers do not tell which.
      setError(t("noPasskeyUsed"));
      setIsBusy(false);
    }
  };

  return { error, isBusy, signIn };
}
