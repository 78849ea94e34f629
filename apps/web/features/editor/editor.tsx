"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { CommentThread } from "@alcoves/core/comments/schema";
import type { FileDetails } from "@alcoves/core/files/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { Moment } from "@alcoves/core/moments/schema";
import type { Match } from "@alcoves/cues";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsFloat, parseAsString, useQueryStates } from "nuqs";
import { useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { threadOf } from "../comments/comment-changes.ts";
import { useCommentsBeside } from "../comments/use-comments-beside.tsx";
import { HighlightsPanel } from "../highlights/highlights-panel.tsx";
import { useHighlights } from "../highlights/use-highlights.ts";
import { useMakeMoments } from "../highlights/use-make-moments.ts";
import { ShareDialog } from "../shares/share-dialog.tsx";
import { useSoundOfViewer } from "../sound/use-sound-of-viewer.ts";
import { cssColorOf } from "../tags/tag-dot.tsx";
import { SoundPanel } from "../transcripts/sound-panel.tsx";
import { soundsOf } from "../transcripts/sounds-of.ts";
import { TranscriptPanel } from "../transcripts/transcript-panel.tsx";
import { useTranscript } from "../transcripts/use-transcript.ts";
import { BrokenCard } from "../viewer/broken-card.tsx";
import { useFileDetails } from "../viewer/use-file-details.ts";
import { usePlayer } from "../viewer/use-player.ts";
import { useSources } from "../viewer/use-sources.ts";
import { useWaveform } from "../viewer/waveform.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { EditorBar } from "./editor-bar.tsx";
import { EditorHelp } from "./editor-help.tsx";
import { EditorSide, type SidePanel } from "./editor-side.tsx";
import { MomentList } from "./moment-list.tsx";
import { Stage } from "./stage.tsx";
import { Timeline, type TimelineHandle } from "./timeline.tsx";
import { TimelineTools } from "./timeline-tools.tsx";
import { useClips } from "./use-clips.ts";
import { useEditing } from "./use-editing.ts";
import { useEditorActs } from "./use-editor-acts.ts";
import { useEditorKeys } from "./use-editor-keys.ts";
import { forgetChanges } from "./use-kept-changes.ts";
import { useLoop } from "./use-loop.ts";

/** What the editor takes. */
export interface EditorProps {
  library: LibrarySummary;
  file: FileDetails;
  moments: Moment[];
  comments: CommentThread[];
}

const noMatches: readonly Match[] = [];
const query = { t: parseAsFloat, moment: parseAsString, comment: parseAsString };

/** Makes moments of a video or sound: the player, what there is, and the whole recording below. */
export function Editor({ library, file: loaded, moments: loadedMoments, comments }: EditorProps) {
  const t = useTranslations("editor");
  const transcriptText = useTranslations("transcripts");
  const highlightText = useTranslations("highlights");
  const router = useRouter();
  const { libraryId } = library;
  const { fileId } = loaded;
  const file = useFileDetails({ libraryId, fileId }).details ?? loaded;
  const durationMs = file.durationMs ?? 0;
  const [{ t: startSeconds, moment: linkedId, comment: commentId }, setQuery] = useQueryStates(query, {
    history: "replace",
  });
  useSoundOfViewer("video");

  const frame = useRef<HTMLDivElement>(null);
  const media = useRef<HTMLVideoElement>(null);
  const timeline = useRef<TimelineHandle>(null);
  const editing = useEditing({ libraryId, fileId, moments: loadedMoments });
  const { state, changes } = editing;
  const selectedId = linkedId !== null && state.wanted.has(linkedId) ? linkedId : null;
  const [hasFailed, setFailed] = useState(false);
  const [firstSeconds] = useState(() => {
    const linked = loadedMoments.find(({ momentId }) => momentId === linkedId);
    const linkedMs = linked?.startMs ?? (commentId && threadOf(comments, commentId)?.atMs) ?? null;
    return startSeconds ?? (typeof linkedMs === "number" ? linkedMs / 1_000 : null);
  });
  const playing = useSources(media, {
    fileId,
    sources: file.playback,
    startSeconds: firstSeconds,
    startsPlaying: false,
    onFailed: () => setFailed(true),
  });
  const source = playing.source?.url;
  const player = usePlayer(media, { source, fullscreenOf: frame });
  const waveform = useWaveform(file.waveformUrl);
  const loop = useLoop(media, { source, wanted: state.wanted });
  const clips = useClips(libraryId, state.saved);
  const { transcript, index } = useTranscript(libraryId, fileId);
  const highlights = useHighlights(libraryId, index);
  const soundCount = useMemo(() => soundsOf(transcript?.cues ?? []).length, [transcript]);

  const [asking, setAsking] = useState<"help" | "leave" | "conflict" | null>(null);
  const [sideId, setSideId] = useState(commentId === null ? "moments" : "comments");
  const [sharedId, setSharedId] = useState<string | null>(null);
  const shared = sharedId === null ? undefined : state.saved.get(sharedId);
  const close = () => setAsking(null);
  const unsaved = useMemo(() => new Set(changes.map(({ momentId }) => momentId)), [changes]);
  const mayMake = isAllowed(library, "make moments");
  const mayChange = (momentId: string) => mayMake && (state.saved.get(momentId)?.mayChange ?? true);

  const select = (momentId: string | null) => {
    if (momentId !== null) setSideId("moments");
    void setQuery({ moment: momentId, comment: null, t: null });
  };
  const save = async () => {
    try {
      const result = await editing.save();
      if (result === "saved") toast.success(t("saved", { count: changes.length }));
      if (result === "disputed") setAsking("conflict");
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
    }
  };
  const acts = useEditorActs({
    ...{ media, durationMs, editing, selectedId, select, mayMake, mayChange },
    onLoop: loop.toggle,
  });
  useEditorKeys({
    acts,
    player,
    timeline,
    media,
    save: () => void save(),
    help: () => setAsking("help"),
    editing,
  });
  const talk = useCommentsBeside({
    ...{ libraryId, fileId, media, source, durationMs },
    loaded: comments,
    linkedId: commentId,
    seek: acts.seek,
    onSelect(commentId) {
      setSideId("comments");
      void setQuery({ comment: commentId, moment: null, t: null });
    },
  });
  const makeMoments = useMakeMoments({ durationMs, wanted: state.wanted, addMany: acts.addMany });
  const leave = () => {
    forgetChanges(fileId);
    router.push(`/l/${libraryId}${file.folderId ? `/f/${file.folderId}` : ""}?file=${fileId}`);
  };
  const panels: SidePanel[] = [
    {
      id: "moments",
      label: t("moments"),
      count: state.wanted.size,
      content: (
        <MomentList
          {...{ libraryId, file, state, unsaved, selectedId, mayMake, mayChange, clips, acts }}
          loopedId={loop.loopedId}
          onShare={isAllowed(library, "share by link") ? setSharedId : null}
          onDispute={() => setAsking("conflict")}
        />
      ),
    },
    {
      id: "transcript",
      label: transcriptText("title"),
      content: <TranscriptPanel {...{ libraryId, transcript, index, media, source }} onSeek={acts.seek} />,
    },
    {
      id: "sounds",
      label: transcriptText("sounds.title"),
      count: soundCount,
      content: <SoundPanel {...{ transcript, durationMs, media }} onSeek={acts.seek} />,
    },
    {
      id: "highlights",
      label: highlightText("title"),
      content: transcript && index && (
        <HighlightsPanel
          {...{ library, index }}
          state={highlights}
          cues={transcript.cues}
          onSeek={acts.seek}
          onMake={mayMake ? makeMoments : null}
        />
      ),
    },
    talk.panel,
  ];

  return (
    // What floats over pages, as the panel of the uploads, would lie on the timeline here.
    <div
      data-fills-window=""
      className="flex h-full min-h-0 flex-col bg-background max-md:h-auto max-md:min-h-full"
    >
      <EditorBar
        file={file}
        changeCount={changes.length}
        isSaving={editing.isSaving}
        onUndo={state.past.length > 0 ? editing.undo : null}
        onRedo={state.future.length > 0 ? editing.redo : null}
        onSave={() => void save()}
        onHelp={() => setAsking("help")}
        onLeave={() => (changes.length > 0 ? setAsking("leave") : leave())}
      />
      <div className="flex min-h-0 flex-1 max-md:flex-none max-md:flex-col">
        <section
          aria-label={t("stage")}
          className="relative min-h-0 min-w-0 flex-1 bg-black max-md:sticky max-md:top-0 max-md:z-10 max-md:aspect-video max-md:flex-none"
        >
          {hasFailed || file.playback.length === 0 ? (
            <BrokenCard file={file} libraryId={libraryId} />
          ) : (
            <Stage {...{ file, frame, media, playing, player }} looped={loop.looped?.name ?? null} />
          )}
        </section>
        <EditorSide panels={panels} shownId={sideId} onShow={setSideId} />
      </div>
      <section
        aria-label={t("timeline")}
        className="shrink-0 border-line border-t bg-background max-md:sticky max-md:bottom-0 max-md:z-10"
      >
        <TimelineTools {...{ media, source, timeline, acts, mayMake }} />
        <div className="h-[136px] px-4 pb-2 max-md:h-[112px] max-md:px-2">
          <Timeline
            {...{ media, source, durationMs, waveform, unsaved, selectedId }}
            wanted={state.wanted}
            markMs={acts.markMs}
            markers={talk.markers}
            markedId={talk.selectedId}
            onMarker={talk.open}
            matches={sideId === "highlights" ? highlights.matches : noMatches}
            matchColor={cssColorOf(highlights.open?.color ?? 0)}
            mayMove={mayChange}
            onSeek={acts.seek}
            onSelect={select}
            onDrag={acts.drag}
            handle={timeline}
          />
        </div>
      </section>
      {asking === "help" && <EditorHelp onClose={close} />}
      {asking === "conflict" && <ConflictDialog state={state} onSettle={editing.settle} onClose={close} />}
      {shared && (
        <ShareDialog
          libraryId={libraryId}
          subject={{ kind: "moment", ...shared }}
          allowsSharing={library.allowsSharing}
          mayAllow={isAllowed(library, "change the library")}
          onClose={() => setSharedId(null)}
        />
      )}
      <ConfirmDialog
        open={asking === "leave"}
        onClose={close}
        title={t("leaveTitle")}
        text={t("leaveText", { count: changes.length })}
        action={t("leave")}
        onConfirm={leave}
        isPending={false}
      />
    </div>
  );
}
