"use client";

import { hashKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { isPassing } from "../../trpc/query-client.ts";
import { type InstanceState, instanceState } from "./instance-state.ts";

/** The server is asked this often while it answers, and while it does not, ms. */
const askEveryMs = { well: 30_000, lost: 4_000 };

/** Watches the network and the server. When the server is back, everything on screen is asked for again. */
export function useInstanceState(): { state: InstanceState; askAgain(): void } {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isOnline = useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  );
  const [healthKey] = useState(() => trpc.system.health.queryKey());
  const { data, failureCount, errorUpdateCount, isError, refetch } = useQuery(
    trpc.system.health.queryOptions(undefined, {
      retry: 1,
      retryDelay: 2_000,
      networkMode: "always",
      refetchInterval: ({ state }) => (state.status === "error" ? askEveryMs.lost : askEveryMs.well),
    }),
  );

  // A call that met no server is a reason to ask at once instead of at the next turn.
  useEffect(() => {
    const look = (error: unknown) => isPassing(error) && void refetch({ cancelRefetch: false });
    const stops = [
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type !== "updated" || event.action.type !== "failed") return;
        if (event.query.queryHash !== hashKey(healthKey)) look(event.action.error);
      }),
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type === "updated" && event.action.type === "error") look(event.action.error);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [queryClient, healthKey, refetch]);

  const wasLost = useRef(false);
  useEffect(() => {
    if (isError) wasLost.current = true;
    else if (wasLost.current) {
      wasLost.current = false;
      void queryClient.invalidateQueries();
    }
  }, [isError, queryClient]);

  const failures = isError ? Math.max(2, errorUpdateCount) : failureCount;
  return {
    state: instanceState({ isOnline, failures, missing: data?.missing }),
    askAgain: () => void refetch(),
  };
}

function subscribeOnline(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
