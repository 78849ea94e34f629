import type { Context } from "../context.ts";
import type { AuditKind, AuditSubjects } from "./schema.ts";

/**
 * Adds an entry on what the principal did, from where the request came. What changes something calls it in the transaction of
 * the act, so that there is neither without the other.
 */
export async function recordAudit<Kind extends AuditKind>(
  ctx: Context,
  kind: Kind,
  subject: AuditSubjects[Kind],
): Promise<void> {
  const { address, userAgent } = ctx.origin;
  const userId = "userId" in ctx.principal ? ctx.principal.userId : null;
  const user = userId
    ? await ctx.db.user.findUnique({ where: { id: userId }, select: { name: true } })
    : null;
  const inLibrary = "libraryId" in subject ? { library: await libraryName(ctx, subject.libraryId) } : {};
  await ctx.db.auditEntry.create({
    data: {
      kind,
      subject: { ...subject, ...inLibrary },
      userId,
      userName: user?.name ?? null,
      address,
      userAgent,
    },
  });
}

async function libraryName({ db }: Context, libraryId: string): Promise<string> {
  return (await db.library.findUniqueOrThrow({ where: { id: libraryId }, select: { name: true } })).name;
}
