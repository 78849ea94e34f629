"use client";

import { useState } from "react";
import { CodeForm } from "./code-form.tsx";
import { PasswordForm } from "./password-form.tsx";

/** Asks for email and password, then for a code where the account wants one. */
export function SignInForm({ callbackUrl }: { callbackUrl: string | null }) {
  const [proved, setProved] = useState<{ email: string; password: string } | null>(null);
  return proved ? (
    <CodeForm proved={proved} callbackUrl={callbackUrl} onBack={() => setProved(null)} />
  ) : (
    <PasswordForm callbackUrl={callbackUrl} onCodeWanted={setProved} />
  );
}
