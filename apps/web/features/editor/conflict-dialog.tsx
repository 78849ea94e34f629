"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { formatTime } from "./format-time.ts";
import { draftOf, type EditedMoments, type MomentDraft } from "./moment-drafts.ts";

/** What the dialog takes. */
interface ConflictDialogProps {
  state: EditedMoments;
  onSettle(momentId: string, whose: "mine" | "theirs"): void;
  onClose(): void;
}

/** Shows what somebody else changed meanwhile beside what was changed here, and asks which is to be kept. Nothing is lost unasked. */
export function ConflictDialog({ state, onSettle, onClose }: ConflictDialogProps) {
  const t = useTranslations("editor");
  const ids = [...state.disputed.keys()];
  return (
    <Dialog
      open={ids.length > 0}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("conflictTitle", { count: ids.length })}
      description={t("conflictText")}
    >
      <ul className="grid gap-4">
        {ids.map((momentId) => {
          const theirs = state.saved.get(momentId);
          const who = state.disputed.get(momentId) ?? t("somebody");
          return (
            <li key={momentId} className="grid gap-2 rounded-card border border-line p-3">
              <Version label={t("theirs", { who })} draft={theirs && draftOf(theirs)} />
              <Version label={t("mine")} draft={state.wanted.get(momentId)} />
              <div className="flex flex-wrap justify-end gap-2">
                <Button onClick={() => onSettle(momentId, "theirs")}>{t("takeTheirs")}</Button>
                <Button variant="primary" onClick={() => onSettle(momentId, "mine")}>
                  {t("keepMine")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

function Version({ label, draft }: { label: string; draft: MomentDraft | undefined }) {
  const t = useTranslations("editor");
  return (
    <div>
      <p className="text-12 text-muted">{label}</p>
      {draft ? (
        <p className="break-words">
          {draft.name}{" "}
          <span className="text-13 text-muted tabular-nums">
            {formatTime(draft.startMs)} – {formatTime(draft.endMs)}
          </span>
        </p>
      ) : (
        <p className="text-muted italic">{t("deleted")}</p>
      )}
    </div>
  );
}
