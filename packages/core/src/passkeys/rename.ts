import { requireSession } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { RenamePasskey } from "./schema.ts";

/** Calls one of the signed-in person's passkeys something else. @throws NOT_FOUND for a passkey that is not theirs */
export async function renamePasskey(ctx: Context, input: RenamePasskey): Promise<void> {
  const { userId } = requireSession(ctx);
  const { passkeyId, name } = RenamePasskey.parse(input);
  await transaction(ctx, async (ctx) => {
    const passkey = await ctx.db.passkey.findFirst({ where: { id: passkeyId, userId } });
    if (!passkey) throw notFound("passkey");
    if (passkey.name === name) return;
    await ctx.db.passkey.updateMany({ where: { id: passkeyId }, data: { name } });
    await recordAudit(ctx, "passkey.renamed", { passkeyId, name, before: passkey.name });
  });
}
