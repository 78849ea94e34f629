"use client";

import type { MapCluster } from "@alcoves/core/map/schema";
import { useFormatter, useTranslations } from "next-intl";

/** @returns what says how many files lie where, as in "12 files near 48.21° N, 16.37° E" */
export function useClusterName() {
  const t = useTranslations("map");
  const format = useFormatter();
  const degrees = (value: number) =>
    format.number(Math.abs(value), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return ({ count, latitude, longitude }: Pick<MapCluster, "count" | "latitude" | "longitude">) =>
    t("cluster", {
      count,
      latitude: t(latitude < 0 ? "south" : "north", { degrees: degrees(latitude) }),
      longitude: t(longitude < 0 ? "west" : "east", { degrees: degrees(longitude) }),
    });
}
