"use client";

import { Switch } from "radix-ui";
import { useId } from "react";

/** What a switch takes. */
interface SwitchFieldProps {
  label: string;
  /** What switching it on means. */
  description?: string;
  checked: boolean;
  onChange(checked: boolean): void;
  disabled?: boolean;
}

/** Something that is on or off, with its name before it. */
export function SwitchField({ label, description, checked, onChange, disabled = false }: SwitchFieldProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6 py-3">
      <div className="min-w-0">
        <label htmlFor={id} className="font-[550]">
          {label}
        </label>
        {description && (
          <p id={`${id}-text`} className="text-13 text-muted">
            {description}
          </p>
        )}
      </div>
      <Switch.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={description ? `${id}-text` : undefined}
        className="mt-0.5 h-6 w-10 shrink-0 rounded-full border border-muted bg-panel p-[3px] transition-colors duration-[120ms] disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Switch.Thumb className="block size-4 rounded-full bg-muted transition-transform duration-[120ms] data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
      </Switch.Root>
    </div>
  );
}
