import { getTranslations } from "next-intl/server";
import { Skeleton } from "../../../components/skeleton.tsx";
import { TopBar } from "../../../features/shell/top-bar.tsx";

/** The shape of the settings while they load. */
export default async function Loading() {
  const t = await getTranslations("settings");
  return (
    <>
      <TopBar>
        <Skeleton className="h-5 w-24" />
      </TopBar>
      <div
        role="status"
        aria-label={t("loading")}
        className="mx-auto grid w-full max-w-[720px] gap-5 px-5 py-8"
      >
        <Skeleton className="h-14 w-60" />
        <Skeleton className="mt-8 h-12" />
        <Skeleton className="mt-8 h-20" />
        <Skeleton className="h-20" />
      </div>
    </>
  );
}
