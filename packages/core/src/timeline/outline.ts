import type { LibraryContext } from "../context.ts";
import { askerOf } from "../files/index.ts";
import { conditionsOf, createParameters, type Viewpoint } from "./conditions.ts";
import { ShowOutline, sliceFiles, type TimelineFilters, type TimelineOutline } from "./schema.ts";

/**
 * The days of a library's timeline, newest first, and where those are cut that are larger than a slice.
 * @param size files of a slice
 */
export async function showOutline(
  ctx: LibraryContext,
  input: ShowOutline,
  size = sliceFiles,
): Promise<TimelineOutline> {
  const { filters } = ShowOutline.parse(input);
  const viewpoint = { libraryId: ctx.access.libraryId, userId: askerOf(ctx) };
  const asked = daysStatement(viewpoint, filters);
  const days = await ctx.sql.read<{ day: number; count: number }>(asked.statement, asked.values);
  const large = days.flatMap(({ day, count }) => (count > size ? [day] : []));
  const cuts = large.length === 0 ? [] : await findCuts(ctx, { viewpoint, filters, days: large, size });
  const countsAtCuts = new Map(cuts.map(({ day, count }) => [day, count]));
  return {
    days: days.map(({ day }) => day),
    // Files may have come and gone since the days were counted: where a day is cut, it was counted once more in the same moment.
    counts: days.map(({ day, count }) => countsAtCuts.get(day) ?? count),
    cuts: cuts.map(({ day, keys }) => ({ day, keys })),
  };
}

/** Counts the days from the index alone. */
export function daysStatement(viewpoint: Viewpoint, filters: TimelineFilters) {
  const parameters = createParameters();
  const { name, where } = conditionsOf(viewpoint, filters, parameters);
  const text = `
    SELECT day - date '1970-01-01' AS day, count::int
    FROM (SELECT f.filed_at::date AS day, count(*) FROM files f WHERE ${where} GROUP BY 1) days
    ORDER BY 1 DESC`;
  return { statement: { name: `timeline-days-${name}`, text }, values: parameters.values };
}

/** Where some days are cut. */
interface CutsWanted {
  viewpoint: Viewpoint;
  filters: TimelineFilters;
  days: number[];
  size: number;
}

/** A day that has become small, or empty, is not among them or has no keys. */
function findCuts(ctx: LibraryContext, wanted: CutsWanted) {
  const { statement, values } = cutsStatement(wanted);
  return ctx.sql.read<{ day: number; count: number; keys: string[] }>(statement, values);
}

/** Walks the days that are given once, in the index alone. */
export function cutsStatement({ viewpoint, filters, days, size }: CutsWanted) {
  const parameters = createParameters();
  const { name, where } = conditionsOf(viewpoint, filters, parameters);
  const begin = "(date '1970-01-01' + large.day)";
  const text = `
    SELECT large.day, cut.count::int, cut.keys
    FROM unnest(${parameters.add(days)}::int[]) AS large(day)
    CROSS JOIN LATERAL (
      SELECT count(*), coalesce(
        array_agg((extract(epoch FROM filed_at) * 1000)::bigint || '_' || id ORDER BY place)
          FILTER (WHERE place > 1 AND (place - 1) % ${parameters.add(size)}::int = 0),
        '{}') AS keys
      FROM (
        SELECT f.id, f.filed_at, row_number() OVER (ORDER BY f.filed_at DESC, f.id DESC) AS place
        FROM files f
        WHERE ${where} AND f.filed_at >= ${begin}::timestamp AND f.filed_at < (${begin} + 1)::timestamp
      ) files
    ) cut`;
  return { statement: { name: `timeline-cuts-${name}`, text }, values: parameters.values };
}
