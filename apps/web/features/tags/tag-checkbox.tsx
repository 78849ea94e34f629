"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox } from "radix-ui";
import { useId } from "react";
import type { TagChoice } from "./tag-choices.ts";
import { TagDot } from "./tag-dot.tsx";

/** What a line of the picker takes. */
interface TagCheckboxProps {
  choice: TagChoice;
  /** False while it is not known who has the tag. */
  isReady: boolean;
  onToggle(choice: TagChoice): void;
}

/** One tag with whether all, some or none of what is tagged have it. */
export function TagCheckbox({ choice, isReady, onToggle }: TagCheckboxProps) {
  const id = useId();
  const { name, color, state } = choice;
  return (
    <li className="flex items-center rounded-control hover:bg-[color-mix(in_srgb,var(--text)_6%,transparent)]">
      <Checkbox.Root
        id={id}
        checked={state === "some" ? "indeterminate" : state === "all"}
        disabled={!isReady}
        onCheckedChange={() => onToggle(choice)}
        className="group ml-2 grid size-5 shrink-0 place-items-center rounded-[5px] border border-muted data-[state=checked]:border-accent data-[state=indeterminate]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-on-accent data-[state=indeterminate]:text-accent-text"
      >
        <Checkbox.Indicator>
          {state === "some" ? (
            <Minus aria-hidden="true" className="size-3.5" />
          ) : (
            <Check aria-hidden="true" className="size-3.5" />
          )}
        </Checkbox.Indicator>
      </Checkbox.Root>
      <label htmlFor={id} className="flex min-h-10 min-w-0 flex-1 cursor-pointer items-center gap-2.5 px-3">
        {color !== null && <TagDot color={color} />}
        <span className="truncate">{name}</span>
      </label>
    </li>
  );
}
