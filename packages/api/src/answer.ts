import { RateLimited } from "@alcoves/core";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "./root.ts";
import type { ApiContext } from "./trpc.ts";

/** Largest body of a call, bytes; media never comes this way. */
const largestBodyBytes = 1024 * 1024;
/** Of a call that carries captions: their five million characters, spelled in JSON. */
const largestCaptionsBytes = 24 * 1024 * 1024;
/** Most procedures in one batch. */
const largestBatch = 50;

/** Answers a tRPC request under /api/trpc for a caller who is known already. */
export async function answerTrpc(request: Request, context: ApiContext): Promise<Response> {
  const refusal = refuse(request, context);
  if (refusal) return Response.json({ message: refusal.message }, { status: refusal.status });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => context,
    responseMeta({ errors }) {
      const waits = errors.map(({ cause }) => (cause instanceof RateLimited ? cause.retryAfterSeconds : 0));
      const longest = Math.max(0, ...waits);
      return longest > 0 ? { headers: { "retry-after": String(longest) } } : {};
    },
    onError({ error, path }) {
      if (error.code !== "INTERNAL_SERVER_ERROR") return;
      const { log } = context.core.services;
      log.error({ error: error.cause ?? error, path, requestId: context.requestId }, "a procedure failed");
    },
  });
}

/** What is refused before a byte of the body is read: an unbounded body or batch. */
function refuse(request: Request, context: ApiContext): { status: number; message: string } | null {
  const { pathname } = new URL(request.url);
  const batch = pathname.split(",").length;
  if (batch > largestBatch)
    return { status: 400, message: `Ask for at most ${largestBatch} things at once.` };
  const unbounded = request.headers.has("transfer-encoding");
  if (unbounded || Number(request.headers.get("content-length") ?? 0) > largestBodyOf(pathname, context)) {
    return { status: 413, message: "The request is too large." };
  }
  return null;
}

/** What is read before anyone looks who asks stays small for those without an account. */
function largestBodyOf(pathname: string, { core: { principal } }: ApiContext): number {
  const isKnown = principal.kind === "member" || principal.kind === "token";
  return isKnown && pathname.endsWith("/transcripts.import") ? largestCaptionsBytes : largestBodyBytes;
}
