import type { Context } from "../context.ts";
import { InstanceSettings } from "./schema.ts";

/** Every instance setting, defaults filled in. Read anew each time: a change counts at once, at every door. */
export async function readSettings(ctx: Context): Promise<InstanceSettings> {
  const rows = await ctx.db.appSetting.findMany();
  return InstanceSettings.parse(Object.fromEntries(rows.map(({ name, value }) => [name, value])));
}
