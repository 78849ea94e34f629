import { shownVersionOf, type TileRow, tileFacts } from "../files/index.ts";
import { sliceFlags, sliceKinds, type TimelineSlice } from "./schema.ts";

/** Turns rows of files into the columns that `tileOf` reads. */
export function columnsOf(rows: readonly TileRow[]): Omit<TimelineSlice, "isCut"> {
  const files = rows.map(tileFacts);
  return {
    fileIds: files.map(({ fileId }) => fileId),
    names: files.map(({ name }) => name),
    kinds: files.map(({ kind }) => sliceKinds.indexOf(kind)),
    widthsPx: files.map(({ widthPx }) => widthPx),
    heightsPx: files.map(({ heightPx }) => heightPx),
    durationsMs: files.map(({ durationMs }) => durationMs),
    filedAtMs: files.map(({ filedAtMs }) => filedAtMs),
    thumbhashes: files.map(({ thumbhash }) => thumbhash),
    pictureVersions: rows.map(shownVersionOf),
    flags: files.map(flagsOf),
    ownRatings: files.map(({ ownRating }) => ownRating),
  };
}

function flagsOf({ isLive, isRaw, isDuplicate, isFavourite, work }: ReturnType<typeof tileFacts>): number {
  return (
    (isLive ? sliceFlags.isLive : 0) +
    (isRaw ? sliceFlags.isRaw : 0) +
    (isDuplicate ? sliceFlags.isDuplicate : 0) +
    (isFavourite ? sliceFlags.isFavourite : 0) +
    (work === "failed" ? sliceFlags.isFailed : 0) +
    (work === "open" ? sliceFlags.isOpen : 0)
  );
}
