"use client";

import type { InviteSummary } from "@alcoves/core/invites/schema";
import { useFormatter, useTranslations } from "next-intl";

/** What is said of an invite. */
export interface InviteWords {
  /** How often it was used, of how often it may be. */
  uses: string;
  /** Who made it, and until when it holds. */
  note: string;
  /** Who came by it; null while nobody did. */
  joined: string | null;
}

/** @returns what a row says of an invite */
export function useInviteWords({ uses, maxUses, createdBy, expiresAt, joined }: InviteSummary): InviteWords {
  const t = useTranslations("invites");
  const format = useFormatter();
  const by = createdBy ? t("by", { name: createdBy }) : null;
  const until = expiresAt
    ? t("expires", { date: format.dateTime(expiresAt, { dateStyle: "medium" }) })
    : t("neverExpires");
  const names = joined.map(({ name }) => name);
  return {
    uses: maxUses === null ? t("uses", { count: uses }) : t("usesOf", { count: uses, most: maxUses }),
    note: [by, until].filter(Boolean).join(" · "),
    joined: names.length > 0 ? t("joined", { names: format.list(names) }) : null,
  };
}
