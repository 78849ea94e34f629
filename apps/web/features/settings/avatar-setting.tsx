"use client";

import type { Me } from "@alcoves/core/accounts/schema";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { toast } from "sonner";
import { Avatar } from "../../components/avatar.tsx";
import { Button } from "../../components/button.tsx";
import { removeAvatar, sendAvatar } from "./send-avatar.ts";

/** The picture of oneself, with ways to change and remove it. */
export function AvatarSetting({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const app = useTranslations("app");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (file: File | null) =>
      file ? sendAvatar(file, app("unreachable")) : removeAvatar(app("unreachable")),
    onSuccess: (_answer, file) => toast.success(file ? t("pictureChanged") : t("pictureRemoved")),
    onError: (error) => toast.error(error.message),
    onSettled: () => router.refresh(),
  });
  return (
    <div className="flex items-center gap-5">
      <Avatar name={me.name} url={me.avatarUrl} className="size-20 text-24" />
      <div className="min-w-0">
        {me.isInstanceOwner && <p className="mb-2 text-13 text-accent-text">{t("instanceOwner")}</p>}
        <div className="flex flex-wrap gap-2">
          <Button disabled={isPending} onClick={() => input.current?.click()}>
            {isPending ? t("savingPicture") : me.avatarUrl ? t("changePicture") : t("addPicture")}
          </Button>
          {me.avatarUrl && (
            <Button variant="quiet" disabled={isPending} onClick={() => mutate(null)}>
              {t("removePicture")}
            </Button>
          )}
        </div>
        <p className="mt-2 text-13 text-muted">{t("pictureHint")}</p>
        <input
          ref={input}
          type="file"
          accept="image/*"
          aria-label={t("pictureFile")}
          tabIndex={-1}
          className="sr-only"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file may be chosen again, as after it was refused.
            currentTarget.value = "";
            if (file) mutate(file);
          }}
        />
      </div>
    </div>
  );
}
