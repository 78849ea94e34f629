import { getTranslations } from "next-intl/server";
import { Skeleton } from "../../../../components/skeleton.tsx";
import { BrowseSkeleton } from "../../../../features/browse/browse-skeleton.tsx";
import { TopBar } from "../../../../features/shell/top-bar.tsx";

/** The shape of a folder while it loads. */
export default async function Loading() {
  const t = await getTranslations("browse");
  return (
    <>
      <TopBar>
        <Skeleton className="h-5 w-40" />
      </TopBar>
      <BrowseSkeleton label={t("loading")} />
    </>
  );
}
