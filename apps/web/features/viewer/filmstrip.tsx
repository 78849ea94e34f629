"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { ThumbhashImage } from "../../components/thumbhash-image/thumbhash-image.tsx";
import { FileIcon } from "../files/file-icon.tsx";
import type { ViewedFile, ViewedFiles } from "./viewed-files.ts";

/** Width of a picture with its gap, px. */
const stepPx = 52;

/** What the strip takes. */
interface FilmstripProps {
  files: ViewedFiles;
  /** Place of the open file among them. */
  index: number;
  isShown: boolean;
  onTurn(fileId: string): void;
}

/**
 * The files around the open one in small, which stands in the middle. It is one stop of the Tab key: arrows turn, and the focus
 * goes along.
 */
export function Filmstrip({ files, index, isShown, onTurn }: FilmstripProps) {
  const t = useTranslations("viewer");
  const strip = useRef<HTMLDivElement>(null);
  const count = files.count ?? loadedEnd(files, index);
  const virtualizer = useVirtualizer({
    horizontal: true,
    count,
    getScrollElement: () => strip.current,
    estimateSize: () => stepPx,
    initialOffset: index * stepPx,
    // Half a strip at both ends, so that the first and the last stand in the middle too.
    paddingStart: typeof window === "undefined" ? 0 : window.innerWidth / 2,
    paddingEnd: typeof window === "undefined" ? 0 : window.innerWidth / 2,
    overscan: 6,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), index])].sort((a, b) => a - b),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer is the same thing in a new coat.
  useEffect(() => {
    virtualizer.scrollToIndex(index, { align: "center" });
    const current = strip.current?.querySelector<HTMLElement>("[aria-current=true]");
    if (strip.current?.contains(document.activeElement)) current?.focus({ preventScroll: true });
  }, [index, count]);

  const turnTo = (file: ViewedFile | undefined) => file && onTurn(file.fileId);
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index;
  const first = shown[0]?.index;
  useEffect(() => {
    if (first !== undefined) files.want(first);
    if (last !== undefined) files.want(last);
  }, [files, first, last]);

  return (
    <nav
      data-chrome=""
      data-takes-arrows=""
      aria-label={t("filmstrip")}
      className={`absolute inset-x-0 bottom-0 h-[var(--strip)] overflow-hidden bg-black/70 transition-opacity duration-150 motion-reduce:transition-none ${isShown ? "opacity-100" : "opacity-0 pointer-coarse:pointer-events-none focus-within:opacity-100"}`}
    >
      <div ref={strip} className="h-full overflow-x-auto overflow-y-hidden [scrollbar-width:none]">
        <ul className="relative h-full" style={{ width: virtualizer.getTotalSize() }}>
          {shown.map(({ index: place, start }) => {
            const file = files.at(place);
            const isOpen = place === index;
            return (
              <li
                key={file?.fileId ?? place}
                aria-setsize={files.count ?? -1}
                aria-posinset={place + 1}
                className="absolute top-2"
                style={{ left: start }}
              >
                {file ? (
                  <Picture
                    file={file}
                    isOpen={isOpen}
                    onClick={() => onTurn(file.fileId)}
                    onArrow={(step) => turnTo(files.at(place + step))}
                  />
                ) : (
                  <span className="block h-14 w-12 rounded-tile bg-white/10" />
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </nav>
  );
}

/** What a picture of the strip takes. */
interface PictureProps {
  file: ViewedFile;
  isOpen: boolean;
  onClick(): void;
  onArrow(step: 1 | -1): void;
}

function Picture({ file, isOpen, onClick, onArrow }: PictureProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    onArrow(event.key === "ArrowLeft" ? -1 : 1);
  };
  return (
    <button
      type="button"
      aria-label={file.name}
      aria-current={isOpen}
      title={file.name}
      tabIndex={isOpen ? 0 : -1}
      onClick={onClick}
      onKeyDown={onKeyDown}
      className={`relative grid h-14 w-12 place-items-center overflow-hidden rounded-tile text-white/80 transition-opacity duration-[120ms] focus-visible:outline-2 focus-visible:outline-white focus-visible:outline-offset-1 motion-reduce:transition-none ${isOpen ? "ring-2 ring-accent" : "opacity-60 hover:opacity-100"}`}
    >
      {file.pictures ? (
        <ThumbhashImage alt="" thumbhash={file.thumbhash} src={file.pictures.timeline} />
      ) : (
        <span className="grid size-full place-items-center bg-white/10">
          <FileIcon kind={file.kind} className="size-5" />
        </span>
      )}
    </button>
  );
}

/** How far ahead of the open file the end of a list is looked for while nobody knows its length. */
const lookAhead = 200;

function loadedEnd(files: ViewedFiles, index: number): number {
  let end = Math.max(0, index);
  while (end < index + lookAhead && files.at(end)) end += 1;
  return end;
}
