"use client";

import { useState } from "react";
import { PasskeyDoor } from "../passkeys/passkey-door.tsx";
import { CodeForm } from "./code-form.tsx";
import { PasswordForm } from "./password-form.tsx";

/** What signing in takes. */
interface SignInFormProps {
  callbackUrl: string | null;
  /** Of the instance: passkeys are bound to it. */
  origin: string;
  /** Whether a link to set a new password can come by mail. */
  sendsMail: boolean;
}

/** Asks for email and password, then for a code where the account wants one; or for a passkey, which is enough. */
export function SignInForm({ callbackUrl, origin, sendsMail }: SignInFormProps) {
  const [proved, setProved] = useState<{ email: string; password: string } | null>(null);
  if (proved) {
    return <CodeForm proved={proved} callbackUrl={callbackUrl} onBack={() => setProved(null)} />;
  }
  return (
    <>
      <PasswordForm callbackUrl={callbackUrl} sendsMail={sendsMail} onCodeWanted={setProved} />
      <PasskeyDoor origin={origin} callbackUrl={callbackUrl} />
    </>
  );
}
