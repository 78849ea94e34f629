"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/text-field.tsx";
import { shareUrls } from "./share-urls.ts";

/** Asks for the password of a link. */
export function UnlockForm({ token }: { token: string }) {
  const t = useTranslations("shares");
  const app = useTranslations("app");
  const router = useRouter();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const unlock = async () => {
    setPending(true);
    try {
      const answer = await fetch(shareUrls.unlock(token), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ password }),
      });
      if (answer.ok) router.refresh();
      else setError((await answer.json()).message);
    } catch {
      setError(app("unreachable"));
    }
    setPending(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
      className="grid w-[min(320px,100%)] gap-3 text-left"
    >
      <TextField
        label={t("password")}
        type="password"
        autoComplete="off"
        required
        maxLength={200}
        value={password}
        error={error}
        onChange={(event) => {
          setPassword(event.target.value);
          setError(undefined);
        }}
      />
      <Button type="submit" variant="primary" size="large" disabled={isPending || password === ""}>
        {t("unlock")}
      </Button>
    </form>
  );
}
