"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { fewestAtOnce, mostAtOnce, recallAtOnce, rememberAtOnce } from "./uploads-at-once.ts";

const numbers = Array.from({ length: mostAtOnce - fewestAtOnce + 1 }, (_, place) => fewestAtOnce + place);

/** Chooses how many files are sent at once in this browser. */
export function AtOnceChoice({ onChange }: { onChange(): void }) {
  const t = useTranslations("uploads");
  const [atOnce, setAtOnce] = useState(recallAtOnce);
  return (
    <label className="flex items-center gap-1.5 pl-2 text-muted">
      {t("atOnce")}
      <select
        value={atOnce}
        onChange={(event) => {
          const value = Number(event.target.value);
          setAtOnce(value);
          rememberAtOnce(value);
          onChange();
        }}
        className="h-7 rounded-[6px] border border-line bg-raised px-1 text-text tabular-nums focus-visible:outline-2 focus-visible:outline-accent"
      >
        {numbers.map((number) => (
          <option key={number}>{number}</option>
        ))}
      </select>
    </label>
  );
}
