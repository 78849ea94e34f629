import { requireInstanceOwner, requireWriter } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { transaction } from "../transaction.ts";
import { readSettings } from "./read.ts";
import { type InstanceSettings, UpdateSettings } from "./schema.ts";

/** Changes some settings. @returns all of them after the change. @throws FORBIDDEN but for the instance owner */
export async function updateSettings(ctx: Context, input: UpdateSettings): Promise<InstanceSettings> {
  requireInstanceOwner(ctx);
  requireWriter(ctx);
  const changes = UpdateSettings.parse(input);
  return transaction(ctx, async (ctx) => {
    for (const [name, value] of Object.entries(changes)) {
      await ctx.db.appSetting.upsert({ where: { name }, create: { name, value }, update: { value } });
    }
    await recordAudit(ctx, "settings.changed", changes);
    return readSettings(ctx);
  });
}
