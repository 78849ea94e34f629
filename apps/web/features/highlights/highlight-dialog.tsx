"use client";

import { furthestWindowMs, type Highlight, HighlightFacts } from "@alcoves/core/highlights/schema";
import { type CueIndex, parseFilter, usualWindowMs } from "@alcoves/cues";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useDeferredValue, useMemo, useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ColorChoice } from "../tags/color-choice.tsx";
import { ExpressionField } from "./expression-field.tsx";
import { findMatches } from "./find-matches.ts";

/** What the dialog takes. */
interface HighlightDialogProps {
  libraryId: string;
  /** The one that is changed; null makes one. */
  highlight: Highlight | null;
  /** The recording that is open, in which it is tried while one writes. */
  index: CueIndex;
  /** @param highlightId of the one that was saved; null when it was not */
  onClose(highlightId: string | null): void;
}

/** Asks what a highlight looks for, and shows how often that is found while it is being written. */
export function HighlightDialog({ libraryId, highlight, index, onClose }: HighlightDialogProps) {
  const t = useTranslations("highlights");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState(highlight?.name ?? "");
  const [nameError, setNameError] = useState<string>();
  const [expression, setExpression] = useState(highlight?.expression ?? "");
  const [color, setColor] = useState(highlight?.color ?? 4);
  const [seconds, setSeconds] = useState(String((highlight?.windowMs ?? usualWindowMs) / 1_000));
  const [isTold, setTold] = useState(false);
  const windowMs = Math.round(Number(seconds) * 1_000);
  const isWindow = seconds.trim() !== "" && windowMs >= 0 && windowMs <= furthestWindowMs;

  const read = useMemo(() => parseFilter(expression), [expression]);
  // Nobody is told that what they have not begun is wrong.
  const error = !read.ok && (isTold || read.error.code !== "empty") ? read.error : null;
  const tried = useDeferredValue(expression);
  const count = useMemo(
    () => findMatches({ expression: tried, windowMs: isWindow ? windowMs : usualWindowMs }, index).length,
    [tried, windowMs, isWindow, index],
  );

  const settle = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.highlights.pathKey() }),
    onError: ({ message }: { message: string }) => setNameError(message),
  };
  const create = useMutation(trpc.highlights.create.mutationOptions(settle));
  const update = useMutation(trpc.highlights.update.mutationOptions(settle));
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTold(true);
    const named = HighlightFacts.shape.name.safeParse(name);
    setNameError(named.error?.issues[0]?.message);
    if (!named.success || !read.ok || !isWindow) return;
    const facts = { libraryId, name: named.data, expression, color, windowMs };
    if (highlight) {
      const { highlightId } = highlight;
      update.mutate({ ...facts, highlightId }, { onSuccess: () => onClose(highlightId) });
    } else create.mutate(facts, { onSuccess: ({ highlightId }) => onClose(highlightId) });
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose(null)} title={t(highlight ? "edit" : "new")}>
      <form noValidate onSubmit={save} className="grid gap-4">
        <TextField
          label={t("name")}
          autoComplete="off"
          value={name}
          error={nameError}
          onChange={(event) => setName(event.target.value)}
        />
        <ExpressionField value={expression} onChange={setExpression} error={error} />
        <p role="status" className="-mt-2 font-[550] text-13 tabular-nums">
          {read.ok && t("matches", { count })}
        </p>
        <TextField
          label={t("window")}
          inputMode="decimal"
          value={seconds}
          aria-invalid={!isWindow}
          onChange={(event) => setSeconds(event.target.value.replace(",", "."))}
        />
        <ColorChoice value={color} onChange={setColor} />
        <DialogActions
          action={t(highlight ? "save" : "create")}
          onCancel={() => onClose(null)}
          isDisabled={create.isPending || update.isPending}
        />
      </form>
    </Dialog>
  );
}
