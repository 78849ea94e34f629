"use client";

import type { Transcript, TranscriptCue } from "@alcoves/core/transcripts/schema";
import type { CueIndex } from "@alcoves/cues";
import { Captions, FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useMemo, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { CueList } from "./cue-list.tsx";
import { findInTranscript } from "./find-in-transcript.ts";
import { topWords } from "./top-words.ts";
import { TranscriptMenu } from "./transcript-menu.tsx";
import { TranscriptSearch } from "./transcript-search.tsx";
import { useTranscriptActs } from "./use-transcript-acts.ts";

/** What the panel takes. */
interface TranscriptPanelProps {
  libraryId: string;
  /** Undefined while it is loaded. */
  transcript: Transcript | undefined;
  index: CueIndex | undefined;
  media: RefObject<HTMLMediaElement | null>;
  source: string | undefined;
  onSeek(ms: number): void;
}

/** Words of a recording that are offered to look for. */
const mostWords = 12;

/** What is said in a recording: to read along, look for words, correct, and take in or away as captions. */
export function TranscriptPanel({
  libraryId,
  transcript,
  index,
  media,
  source,
  onSeek,
}: TranscriptPanelProps) {
  const t = useTranslations("transcripts");
  const acts = useTranscriptActs(libraryId, transcript);
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [place, setPlace] = useState(0);
  const [hasStepped, setStepped] = useState(false);
  const [asking, setAsking] = useState<"import" | "remove" | null>(null);
  const speech = useMemo(() => speechOf(transcript), [transcript]);
  const found = useMemo(() => (index ? findInTranscript(index, query) : []), [index, query]);
  const words = useMemo(() => (index ? topWords(index, mostWords) : []), [index]);
  const hit = found[Math.min(place, found.length - 1)];
  const hitPlace = hit === undefined ? null : (speech.placeOf.get(hit) ?? null);

  const search = (next: string) => {
    setQuery(next);
    setPlace(0);
    setStepped(false);
  };
  const step = (by: 1 | -1) => {
    if (found.length === 0) return;
    // The first Enter goes to the first, which is only shown so far.
    const next = hasStepped || by < 0 ? (place + by + found.length) % found.length : place;
    setStepped(true);
    setPlace(next);
    const cue = transcript?.cues[found[next] ?? -1];
    if (cue) onSeek(cue.startMs);
  };
  const choose = () => input.current?.click();
  if (!transcript) return <Skeleton className="m-4 h-24" />;
  const isEmpty = speech.cues.length === 0;
  const { mayChange } = transcript;
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".vtt,.srt,text/vtt,application/x-subrip"
        aria-label={t("import")}
        className="hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          if (file) void acts.importFile(file).finally(() => (target.value = ""));
        }}
      />
      {isEmpty ? (
        <div className="grid justify-items-center gap-3 px-6 py-10 text-center">
          <Captions aria-hidden="true" className="size-8 text-muted" />
          <p className="font-[550]">{t("emptyTitle")}</p>
          <p className="text-13 text-muted">{mayChange ? t("empty") : t("emptyForViewers")}</p>
          {mayChange && (
            <Button onClick={choose} disabled={acts.isBusy}>
              <FileUp aria-hidden="true" className="size-4" />
              {t("import")}
            </Button>
          )}
        </div>
      ) : (
        <>
          <div className="flex h-13 shrink-0 items-center gap-1 pr-2 pl-3">
            <TranscriptSearch {...{ query, place }} onQuery={search} count={found.length} onStep={step} />
            <TranscriptMenu
              fileId={transcript.fileId}
              onImport={mayChange ? () => setAsking("import") : null}
              onRemove={mayChange ? () => setAsking("remove") : null}
            />
          </div>
          {words.length > 0 && (
            <section
              aria-label={t("topWords")}
              className="flex shrink-0 gap-1.5 overflow-x-auto border-line border-b px-3 pb-2 [scrollbar-width:none]"
            >
              {words.map(({ word, count }) => (
                <button
                  key={word}
                  type="button"
                  aria-pressed={query === word}
                  onClick={() => search(query === word ? "" : word)}
                  className="shrink-0 rounded-full border border-line px-2.5 py-0.5 text-13 hover:bg-panel aria-pressed:border-accent aria-pressed:bg-selection"
                >
                  {word} <span className="text-muted tabular-nums">{count}</span>
                </button>
              ))}
            </section>
          )}
          <CueList
            {...{ media, source, query, mayChange, onSeek }}
            cues={speech.cues}
            hit={hitPlace}
            onCorrect={acts.correct}
          />
        </>
      )}
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t(asking === "import" ? "importTitle" : "removeTitle")}
        text={t(asking === "import" ? "importText" : "removeText", { count: speech.cues.length })}
        action={t(asking === "import" ? "importOther" : "remove")}
        isPending={acts.isBusy}
        onConfirm={() => {
          setAsking(null);
          if (asking === "import") choose();
          else void acts.remove();
        }}
      />
    </>
  );
}

/** @returns what is said, and where among it each cue of the transcript stands */
function speechOf(transcript: Transcript | undefined) {
  const cues: TranscriptCue[] = [];
  const placeOf = new Map<number, number>();
  for (const [at, cue] of (transcript?.cues ?? []).entries()) {
    if (cue.kind !== "speech") continue;
    placeOf.set(at, cues.length);
    cues.push(cue);
  }
  return { cues, placeOf };
}
