import { z } from "zod";
import type { TileFile } from "../files/schema.ts";
import { InLibrary } from "../libraries/schema.ts";

/** Northernmost latitude of web maps, and southernmost (EPSG:3857); what lies beyond stands at the edge. */
export const largestLatitude = 85.05112878;

/** A part of the world, degrees in WGS 84. One whose west is east of its east goes over the antimeridian. */
export const MapBounds = z.object({
  north: z.number().min(-90).max(90),
  south: z.number().min(-90).max(90),
  west: z.number().min(-180).max(180),
  east: z.number().min(-180).max(180),
});
export type MapBounds = z.infer<typeof MapBounds>;

/** Asks what a map shows. */
export const ShowClusters = InLibrary.extend({
  bounds: MapBounds,
  /** As web maps count it: the world is 256 · 2^zoom px wide. */
  zoom: z.number().min(0).max(24),
});
export type ShowClusters = z.input<typeof ShowClusters>;

/** Files that lie close together at a zoom; one alone is a cluster of one, at its own place. */
export interface MapCluster {
  count: number;
  /** The middle of its files' places. */
  latitude: number;
  longitude: number;
  /** The newest, whose picture stands for all; by the version that `tilePictures` takes, 0 for none. */
  fileId: string;
  pictureVersion: number;
}

/** One page of the files in view, newest first. */
export const ListMapFiles = InLibrary.extend({
  bounds: MapBounds,
  cursor: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(500).default(100),
});
export type ListMapFiles = z.input<typeof ListMapFiles>;

/** A page of files on a map; `nextCursor` is null on the last. */
export interface MapFilesPage {
  files: TileFile[];
  nextCursor: string | null;
}
