"use client";

import type { AppRouter } from "@alcoves/api";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import superjson, { type SuperJSONResult } from "superjson";
import { plainFetch } from "./plain-fetch.ts";
import { createQueryClient } from "./query-client.ts";

const endpoint = "/api/trpc";

/** An answer is nobody else's: read where it is, for a copy of a slice holds up the page that scrolls. */
const transformer = {
  serialize: superjson.serialize,
  deserialize: (sent: SuperJSONResult) => superjson.deserialize(sent, { inPlace: true }),
};

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

/** Gives every component below it the typed client and one cache. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("app");
  const queryClient = browserQueryClient();
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ type }) => type === "subscription",
          true: httpSubscriptionLink({ url: endpoint, transformer }),
          false: httpBatchLink({
            url: endpoint,
            transformer,
            maxURLLength: 4_000,
            maxItems: 50,
            fetch: plainFetch(t("unreachable")),
          }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

let inBrowser: QueryClient | undefined;

/** One cache for the life of the page; on the server one for each request, or people would share it. */
function browserQueryClient(): QueryClient {
  if (typeof window === "undefined") return createQueryClient();
  inBrowser ??= createQueryClient();
  return inBrowser;
}
