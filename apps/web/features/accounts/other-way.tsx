import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A way in beside email and password, under their form. "Or" stands over the first of them alone. */
export function OtherWay({ children }: { children: ReactNode }) {
  const t = useTranslations("accounts");
  return (
    <div className="other-way mt-5 grid gap-2.5 [.other-way+&]:mt-2.5">
      <p className="flex items-center gap-3 pb-1 text-13 text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line [.other-way+.other-way>&]:hidden">
        {t("or")}
      </p>
      {children}
    </div>
  );
}
