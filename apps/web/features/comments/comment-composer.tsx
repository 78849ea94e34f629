"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useId, useState } from "react";
import { Button } from "../../components/button.tsx";
import { formatMark } from "../editor/format-time.ts";
import { usePlayhead } from "../editor/use-playhead.ts";
import { spellDraft } from "./comment-draft.ts";
import { CommentField } from "./comment-field.tsx";
import type { Comments } from "./use-comments.ts";
import { useKeptDraft } from "./use-kept-draft.ts";

/** What the composer takes. */
interface CommentComposerProps {
  comments: Comments;
  media: RefObject<HTMLVideoElement | null>;
  /** The source that plays; another has an element of its own. */
  source: string | undefined;
  durationMs: number;
}

/** Times are shown to the tenth of a second, ms. */
const shownMs = 100;

/** Begins a thread: at the playhead, which it follows until somebody begins to write, or on the whole file. */
export function CommentComposer({ comments, media, source, durationMs }: CommentComposerProps) {
  const t = useTranslations("comments");
  const id = useId();
  const { draft, atMs, isWhole, commentId, change, clear } = useKeptDraft(comments.drafts, "new");
  const [playheadMs, setPlayheadMs] = useState(0);
  const [isSending, setSending] = useState(false);
  const isWritten = draft.text.trim() !== "";
  // To the tenth: what plays draws this ten times a second and not sixty.
  usePlayhead(media, { source, onMove: (ms) => setPlayheadMs(Math.floor(ms / shownMs) * shownMs) });
  // Up, not down: a frame is shown from its own time on.
  const readPlayhead = () => Math.min(durationMs, Math.ceil((media.current?.currentTime ?? 0) * 1_000));

  const send = async () => {
    if (!isWritten || isSending) return;
    setSending(true);
    const time = isWhole ? null : (atMs ?? readPlayhead());
    if (await comments.acts.add({ commentId, parentId: null, atMs: time, text: spellDraft(draft) })) clear();
    setSending(false);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="grid shrink-0 gap-2 border-line border-b px-4 py-3"
    >
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="font-[550] text-13 tabular-nums">
          {isWhole ? t("onWhole") : t("at", { time: formatMark(atMs ?? playheadMs, shownMs) })}
        </label>
        <button
          type="button"
          onClick={() => change({ isWhole: !isWhole })}
          className="rounded-control text-13 text-accent-text hover:underline focus-visible:outline-2 focus-visible:outline-accent"
        >
          {isWhole ? t("toTime") : t("toWhole")}
        </button>
      </div>
      <CommentField
        {...{ id, draft }}
        libraryId={comments.libraryId}
        placeholder={t("placeholder")}
        onChange={(next) => change({ draft: next, atMs: next.text === "" ? null : (atMs ?? readPlayhead()) })}
        onSend={() => void send()}
      />
      {isWritten && (
        <div className="flex items-center justify-between gap-2">
          <p className="text-12 text-muted max-md:invisible">{t("hint")}</p>
          <Button type="submit" variant="primary" disabled={isSending}>
            {t("send")}
          </Button>
        </div>
      )}
    </form>
  );
}
