"use client";

import type { FilterError } from "@alcoves/cues";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { inputLook } from "../../components/text-field.tsx";

/** What the field takes. */
interface ExpressionFieldProps {
  value: string;
  onChange(value: string): void;
  /** Null when it is an expression, or when nobody has to know yet that it is none. */
  error: FilterError | null;
}

/** The expression of a filter, with the place of what is wrong in it. */
export function ExpressionField({ value, onChange, error }: ExpressionFieldProps) {
  const t = useTranslations("highlights");
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-[550] text-13">
        {t("expression")}
      </label>
      <textarea
        id={id}
        rows={2}
        value={value}
        spellCheck={false}
        autoCapitalize="none"
        aria-invalid={error !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value.replaceAll("\n", " "))}
        className={`${inputLook} resize-y py-2.5 font-mono text-13`}
      />
      {error ? (
        <div id={`${id}-note`} role="alert" className="grid gap-1 text-13 text-failed">
          {value !== "" && <Marked {...{ value, error }} />}
          <span>{t(`error.${error.code}`, "found" in error ? { found: error.found } : mostOf(error))}</span>
        </div>
      ) : (
        <p id={`${id}-note`} className="text-13 text-muted">
          {t("expressionHint")}
        </p>
      )}
    </div>
  );
}

function mostOf(error: FilterError): { most: number } {
  return { most: "most" in error ? error.most : 0 };
}

/** The expression with what is wrong in it underlined; what is missing at its end, as a gap. */
function Marked({ value, error: { at, length } }: { value: string; error: FilterError }) {
  const wrong = value.slice(at, at + length);
  return (
    <code aria-hidden="true" className="block overflow-x-auto whitespace-pre text-12 text-muted">
      {value.slice(0, at)}
      <mark className="bg-failed/20 text-failed underline decoration-2 underline-offset-4">
        {wrong === "" ? "\u00a0\u00a0" : wrong}
      </mark>
      {value.slice(at + length)}
    </code>
  );
}
