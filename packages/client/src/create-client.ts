import type { AppRouter } from "@alcoves/api";
import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";
import superjson from "superjson";
import { type UploadRequest, uploadFile } from "./upload-file.ts";

/** Where an instance is, and who asks. */
export interface ClientOptions {
  /** Origin of the instance, like https://photos.example.org. */
  url: string;
  /** A personal access token, made in Settings. */
  token: string;
}

/** An instance of Alcoves to a mobile app or a script. */
export interface AlcovesClient {
  /** Every query and mutation, typed. Event streams are left to browsers: an `EventSource` sends no token. */
  readonly api: TRPCClient<AppRouter>;
  /** Uploads a file so that it can go on where it broke off. @returns the id of the file it became */
  upload(request: UploadRequest): Promise<string>;
  /** Fetches a picture or a file by the address that the API gave. */
  fetch(address: string, init?: RequestInit): Promise<Response>;
}

/** Connects to an instance with an access token. Nothing is sent before the first call. */
export function createAlcovesClient({ url, token }: ClientOptions): AlcovesClient {
  const headers = { authorization: `Bearer ${token}` };
  const endpoint = new URL("/api/trpc", url).href;
  const api = createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: endpoint, transformer: superjson, headers })],
  });
  return {
    api,
    upload: (request) => uploadFile({ url, headers, request }),
    fetch: (address, init) =>
      fetch(new URL(address, url), {
        ...init,
        headers: { ...headers, ...Object.fromEntries(new Headers(init?.headers)) },
      }),
  };
}
