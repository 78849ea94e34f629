import type { tileFacts } from "../files/index.ts";
import { sliceFlags, sliceKinds, type TimelineSlice } from "./schema.ts";

type Facts = ReturnType<typeof tileFacts>;

/** Turns files into the columns that `tileOf` reads. */
export function columnsOf(files: readonly Facts[]): Omit<TimelineSlice, "isCut"> {
  return {
    fileIds: files.map(({ fileId }) => fileId),
    names: files.map(({ name }) => name),
    kinds: files.map(({ kind }) => sliceKinds.indexOf(kind)),
    widthsPx: files.map(({ widthPx }) => widthPx),
    heightsPx: files.map(({ heightPx }) => heightPx),
    durationsMs: files.map(({ durationMs }) => durationMs),
    filedAtMs: files.map(({ filedAtMs }) => filedAtMs),
    thumbhashes: files.map(({ thumbhash }) => thumbhash),
    pictureVersions: files.map(({ pictureVersion }) => pictureVersion),
    flags: files.map(flagsOf),
    ownRatings: files.map(({ ownRating }) => ownRating),
  };
}

function flagsOf({ isLive, isRaw, isDuplicate, isFavourite, work }: Facts): number {
  return (
    (isLive ? sliceFlags.isLive : 0) +
    (isRaw ? sliceFlags.isRaw : 0) +
    (isDuplicate ? sliceFlags.isDuplicate : 0) +
    (isFavourite ? sliceFlags.isFavourite : 0) +
    (work === "failed" ? sliceFlags.isFailed : 0) +
    (work === "open" ? sliceFlags.isOpen : 0)
  );
}
