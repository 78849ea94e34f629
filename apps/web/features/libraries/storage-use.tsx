"use client";

import { useTranslations } from "next-intl";
import { formatBytes } from "../files/format-file.ts";

/** What a library's originals take up. There is no bar: nothing bounds it but the disk. */
export function StorageUse({ sizeBytes }: { sizeBytes: number }) {
  const t = useTranslations("libraries");
  return (
    <dl className="px-2 text-13 tabular-nums">
      <dt className="text-muted">{t("storage")}</dt>
      <dd className="mt-0.5">{t("used", { size: formatBytes(sizeBytes) })}</dd>
    </dl>
  );
}
