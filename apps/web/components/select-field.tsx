"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { inputLook } from "./text-field.tsx";

/** A labelled choice out of a short list. The system's own list opens: it is best on phones. */
export function SelectField({
  label,
  className,
  children,
  ...select
}: ComponentProps<"select"> & { label: string }) {
  const id = useId();
  return (
    <div className={clsx("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-[550] text-13">
        {label}
      </label>
      <div className="relative">
        <select id={id} {...select} className={clsx(inputLook, "h-11 appearance-none pr-10")}>
          {children}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
        />
      </div>
    </div>
  );
}
