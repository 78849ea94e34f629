import type { Context } from "@alcoves/core";
import { enterLibrary, type Permission, requireAccount } from "@alcoves/core/access";
import { InLibrary } from "@alcoves/core/libraries";
import { initTRPC, type TRPCError } from "@trpc/server";
import { ZodError, type z } from "zod";
import { firstIssueOf, toTrpcError } from "./domain-errors.ts";
import { transformer } from "./transformer.ts";

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
    transformer,
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

/** What `next` of a middleware gives. */
type Outcome = { ok: true } | { ok: false; error: TRPCError };

/** Maps whatever core throws, here and nowhere else. tRPC wraps it in INTERNAL_SERVER_ERROR; its own refusals carry other codes. */
async function mapped<Result extends Outcome>(run: () => Promise<Result>): Promise<Result> {
  const result = await run().catch((error: unknown) => {
    throw toTrpcError(error);
  });
  if (result.ok || result.error.code !== "INTERNAL_SERVER_ERROR") return result;
  throw toTrpcError(result.error.cause);
}

const procedure = t.procedure.use(({ next }) => mapped(() => next()));

/** Anyone, signed in or not. */
export const publicProcedure = procedure.meta({ door: "public" });

/** Anyone with an account, by session or by token; what only a person may do in person, core refuses to tokens. */
export const authedProcedure = procedure.meta({ door: "account" });

/** The owner of the instance. */
export const instanceOwnerProcedure = procedure.meta({ door: "instance owner" });

/**
 * Members of the library named in the input whose role has the permission; to all others the library does not exist. One middleware
 * decides and maps, because each costs a batch as much as its query.
 */
export function libraryProcedure<Input extends z.ZodType<InLibrary>>(permission: Permission, input: Input) {
  return t.procedure
    .meta({ door: permission })
    .input(input)
    .use(({ ctx, input, next }) =>
      mapped(async () => {
        requireAccount(ctx.core);
        const { libraryId } = InLibrary.parse(input);
        return next({ ctx: { core: await enterLibrary(ctx.core, libraryId, permission) } });
      }),
    );
}
