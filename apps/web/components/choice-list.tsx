"use client";

import clsx from "clsx";
import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";

/** One of the choices. */
interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** What choosing it means. */
  description?: string;
  icon?: ReactNode;
}

/** What a list of choices takes. */
interface ChoiceListProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChange(value: Value): void;
  disabled?: boolean;
  className?: string;
}

/** Few choices of which one holds, all in view; arrows move between them. */
export function ChoiceList<Value extends string>({
  label,
  choices,
  value,
  onChange,
  ...rest
}: ChoiceListProps<Value>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value ?? ""}
      onValueChange={(next) => {
        const choice = choices.find((candidate) => candidate.value === next);
        if (choice) onChange(choice.value);
      }}
      disabled={rest.disabled ?? false}
      className={clsx("grid gap-2", rest.className)}
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={choice.value}
          value={choice.value}
          className="group flex items-start gap-3 rounded-card border border-line px-3.5 py-3 text-left transition-colors duration-[120ms] hover:bg-raised disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-selection"
        >
          <span
            aria-hidden="true"
            className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-muted group-data-[state=checked]:border-accent"
          >
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
          </span>
          <span className="min-w-0">
            <span className="flex items-center gap-2 font-[550]">
              {choice.icon}
              {choice.label}
            </span>
            {choice.description && (
              <span className="block text-13 text-muted group-data-[state=checked]:text-text">
                {choice.description}
              </span>
            )}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
