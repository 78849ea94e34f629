import type { z } from "zod";
import type { LibraryContext } from "../context.ts";
import { askerOf, marksJoin, type TileRow, tileSql } from "../files/index.ts";
import { columnsOf } from "./columns.ts";
import { conditionsOf, createParameters, type Parameters, type Viewpoint } from "./conditions.ts";
import { ShowSlice, type TimelineKey, type TimelineRange, type TimelineSlice } from "./schema.ts";

/** The files of one slice, newest first. */
export async function showSlice(ctx: LibraryContext, input: ShowSlice): Promise<TimelineSlice> {
  const asked = ShowSlice.parse(input);
  const { statement, values } = sliceStatement(
    { libraryId: ctx.access.libraryId, userId: askerOf(ctx) },
    asked,
  );
  const rows = await ctx.sql.read<TileRow & Record<string, unknown>>(statement, values);
  return { ...columnsOf(rows.slice(0, asked.limit)), isCut: rows.length > asked.limit };
}

/** Every slice is found by its bounds in the index of the timeline, wherever it lies. One row more than asked for tells of a cut. */
export function sliceStatement(viewpoint: Viewpoint, { filters, range, limit }: z.output<typeof ShowSlice>) {
  const parameters = createParameters();
  const { name, where } = conditionsOf(viewpoint, filters, parameters);
  const bounds = boundsOf(range, parameters);
  // The slice first, then what else is said of its files: else the planner may join everything before it cuts.
  const text = `
    SELECT ${tileSql}
    FROM (
      SELECT f.* FROM files f WHERE ${where} AND ${bounds.where}
      ORDER BY f.filed_at DESC, f.id DESC LIMIT ${parameters.add(limit + 1)}
    ) f
    ${marksJoin(`${parameters.add(viewpoint.userId)}::uuid`)}
    ORDER BY f.filed_at DESC, f.id DESC`;
  return { statement: { name: `timeline-slice-${name}-${bounds.name}`, text }, values: parameters.values };
}

function boundsOf({ newestDay, oldestDay, from, before }: TimelineRange, { add }: Parameters) {
  const dayAt = (day: number) => `(date '1970-01-01' + ${add(day)}::int)::timestamp`;
  const keyAt = (key: TimelineKey) => {
    const [ms, id] = key.split("_");
    // Only to the ms, which the column keeps: a product of large numbers is not exact.
    return `((timestamp 'epoch' + ${add(ms)}::float8 * interval '1 millisecond')::timestamp(3), ${add(id)}::uuid)`;
  };
  return {
    name: `${from ? "key" : "day"}-${before ? "key" : "day"}`,
    where: [
      from ? `(f.filed_at, f.id) <= ${keyAt(from)}` : `f.filed_at < ${dayAt(newestDay + 1)}`,
      before ? `(f.filed_at, f.id) > ${keyAt(before)}` : `f.filed_at >= ${dayAt(oldestDay)}`,
    ].join(" AND "),
  };
}
