import { getTranslations } from "next-intl/server";
import { BrowseSkeleton } from "../../../../features/browse/browse-skeleton.tsx";

/** The shape of a folder while it loads. */
export default async function Loading() {
  const t = await getTranslations("browse");
  return <BrowseSkeleton label={t("loading")} />;
}
