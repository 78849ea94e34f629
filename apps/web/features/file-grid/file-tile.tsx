"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import type { GridSelection } from "../../components/justified-grid/grid-selection.ts";
import { type GridCell, gridFocusAttribute } from "../../components/justified-grid/justified-grid.tsx";
import { Thumbhash, ThumbhashImage } from "../../components/thumbhash-image/thumbhash-image.tsx";
import { FileIcon } from "../files/file-icon.tsx";
import { pictureSrcset } from "../files/picture-srcset.ts";
import type { ListedFile } from "./file-list.ts";
import { SelectCircle } from "./select-circle.tsx";
import { TileBadges } from "./tile-badges.tsx";
import { TileState } from "./tile-state.tsx";

/** What a tile takes. */
export interface FileTileProps {
  file: ListedFile;
  cell: GridCell;
  libraryId: string;
  selection: GridSelection | undefined;
  onOpen(fileId: string): void;
}

/** One file in the grid: its picture, or its kind and name, with what there is to know on top. */
export function FileTile(props: FileTileProps) {
  return props.cell.isPassing ? <PassingTile file={props.file} /> : <WholeTile {...props} />;
}

/** What is seen of a file that the view passes over: there is no time for its picture to come, nor for a pointer to reach it. */
function PassingTile({ file }: Pick<FileTileProps, "file">) {
  return (
    <div className="relative size-full overflow-hidden rounded-tile bg-panel">
      <Thumbhash thumbhash={file.thumbhash} />
    </div>
  );
}

function WholeTile({ file, cell, libraryId, selection, onOpen }: FileTileProps) {
  const t = useTranslations("browse");
  const open = (event: MouseEvent) => {
    event.preventDefault();
    onOpen(file.fileId);
  };
  return (
    <div className="relative size-full overflow-hidden rounded-tile">
      <a
        {...gridFocusAttribute}
        href={`?file=${file.fileId}`}
        tabIndex={cell.isCurrent ? 0 : -1}
        aria-label={t(`open.${file.kind}`, { name: file.name })}
        onClick={open}
        className="absolute inset-0 block outline-none [-webkit-touch-callout:none] after:pointer-events-none after:absolute after:inset-0 after:rounded-tile hover:after:bg-white/5 focus-visible:after:shadow-[inset_0_0_0_3px_var(--color-accent),inset_0_0_0_5px_var(--color-background)]"
      >
        {file.pictures ? <TilePicture file={file} cell={cell} /> : <TileCard file={file} />}
        <TileBadges file={file} />
      </a>
      {selection && <SelectCircle item={file} selection={selection} />}
      <TileState file={file} libraryId={libraryId} isCurrent={cell.isCurrent} />
    </div>
  );
}

function TilePicture({ file, cell }: Pick<FileTileProps, "file" | "cell">) {
  return (
    <ThumbhashImage
      alt={file.name}
      thumbhash={file.thumbhash}
      src={file.pictures?.card}
      srcSet={pictureSrcset(file)}
      sizes={`${Math.ceil(cell.widthPx)}px`}
      loading="lazy"
    />
  );
}

/** What stands in for a picture that there is none of, or none yet. */
function TileCard({ file }: { file: ListedFile }) {
  return (
    <span className="absolute inset-0 flex flex-col items-center justify-center gap-2 border border-line bg-panel p-3 text-muted">
      <FileIcon kind={file.kind} />
      <span className="line-clamp-2 max-w-full break-words text-center text-13 text-text">{file.name}</span>
    </span>
  );
}
