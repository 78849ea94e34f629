import type { Context } from "@alcoves/core";
import { enterLibrary, type Permission, requireAccount } from "@alcoves/core/access";
import { InLibrary } from "@alcoves/core/libraries";
import { initTRPC, type TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import { firstIssueOf, toTrpcError } from "./domain-errors.ts";

/** What every request brings to its procedure. */
export interface ApiContext {
  readonly core: Context;
  readonly requestId: string;
}

/**
 * Who may use a procedure: declared where the procedure is. A permission is decided right here, for it needs the library of
 * the input; the rest is decided once, by the verb of core. The access matrix holds each to what it says.
 */
export interface DoorMeta {
  readonly door: "public" | "account" | "instance owner" | Permission;
}

const t = initTRPC
  .context<ApiContext>()
  .meta<DoorMeta>()
  .create({
    transformer: superjson,
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
    errorFormatter({ shape, error }) {
      // Neither stack nor SQL ever leaves; the log has them under the request's id.
      const { stack: _stack, ...data } = shape.data;
      const message = error.cause instanceof ZodError ? firstIssueOf(error.cause) : shape.message;
      return { ...shape, message, data };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Maps whatever core throws, here and nowhere else. */
const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok || !isUnmapped(result.error)) return result;
  throw toTrpcError(result.error.cause);
});

/** tRPC wraps what a resolver throws in INTERNAL_SERVER_ERROR; its own refusals carry other codes. */
function isUnmapped(error: TRPCError): boolean {
  return error.code === "INTERNAL_SERVER_ERROR";
}

const procedure = t.procedure.use(mapErrors);

/** Anyone, signed in or not. */
export const publicProcedure = procedure.meta({ door: "public" });

/** Anyone with an account, by session or by token; what only a person may do in person, core refuses to tokens. */
export const authedProcedure = procedure.meta({ door: "account" });

/** The owner of the instance. */
export const instanceOwnerProcedure = procedure.meta({ door: "instance owner" });

/** Members of the library named in the input whose role has the permission; to all others the library does not exist. */
export function libraryProcedure(permission: Permission) {
  return procedure
    .meta({ door: permission })
    .input(InLibrary)
    .use(async ({ ctx, input, next }) => {
      requireAccount(ctx.core);
      return next({ ctx: { ...ctx, core: await enterLibrary(ctx.core, input.libraryId, permission) } });
    });
}
