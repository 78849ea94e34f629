"use client";

import { useTranslations } from "next-intl";

/** What is said in a film, for its player: whether it is shown is the player's to say. Nothing where nobody knows. @param props.url its captions */
export function CaptionTrack({ url }: { url: string | null }) {
  const t = useTranslations("viewer");
  // Another revision is another track: a browser does not load one anew.
  return url && <track key={url} kind="captions" src={url} label={t("captions")} />;
}
