import { requireInstanceOwner } from "../access/index.ts";
import type { Context } from "../context.ts";
import { readSettings } from "./read.ts";
import type { InstanceSettings } from "./schema.ts";

/** Every instance setting, for its owner to see. @throws FORBIDDEN for everyone else */
export async function getSettings(ctx: Context): Promise<InstanceSettings> {
  requireInstanceOwner(ctx);
  return readSettings(ctx);
}
