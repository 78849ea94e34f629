import { QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";

/** How long loaded data counts as fresh, ms: what the server rendered is not asked for again at once. */
const staleMs = 10_000;

/** Most attempts after a first that met no server. */
const retries = 3;

/** Makes the cache of what the server said. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: staleMs, retry: (failures, error) => failures < retries && isPassing(error) },
    },
  });
}

/** A refusal stays a refusal; only a lost connection or a server in trouble is worth another try. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const status: unknown = error.data?.httpStatus;
  return typeof status !== "number" || status >= 500;
}
