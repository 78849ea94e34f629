import type { AppRouter } from "@alcoves/api";
import type { FileSummary } from "@alcoves/core/files/schema";
import { createTRPCClient, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { expect, it, vi } from "vitest";
import { aFile } from "./file-fixture.ts";
import { askForFile, followLibrary } from "./library-news.ts";
import type { FileNews } from "./patch-pages.ts";

const libraryId = "11111111-1111-4111-8111-111111111111";

/** A server as its client sees it: what it is asked is written down, what happens there is told by `happen`. */
function aServer() {
  const asked: string[][] = [];
  const streams = new Set<(fileId: string) => void>();
  let opened = 0;
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        if (op.type === "subscription") {
          opened += 1;
          const tell = (fileId: string) =>
            observer.next({
              result: {
                type: "data",
                data: { id: "1-0", data: { eventId: "1-0", kind: "file.changed", fileId } },
              },
            });
          observer.next({ result: { type: "started" } });
          streams.add(tell);
          return () => streams.delete(tell);
        }
        const { fileIds } = Object(op.input);
        asked.push(fileIds);
        const files: FileSummary[] = fileIds.map((fileId: string) => aFile({ fileId }));
        observer.next({ result: { type: "data", data: files } });
        observer.complete();
      });
  const client = createTRPCClient<AppRouter>({ links: [link] });
  const happen = (fileId: string) => {
    for (const tell of streams) tell(fileId);
  };
  return { client, asked, happen, streams, opened: () => opened };
}

it("asks once for files that change together, each once", async () => {
  const { client, asked, happen } = aServer();
  const news: FileNews[] = [];
  const stop = followLibrary(client, libraryId, { onNews: (each) => news.push(each) });
  for (const fileId of ["a", "b", "a"]) happen(fileId);
  askForFile(client, libraryId, "c");
  await vi.waitFor(() => expect(news).toHaveLength(1));
  expect(asked).toEqual([["a", "b", "c"]]);
  expect(news[0]?.files.map(({ fileId }) => fileId)).toEqual(["a", "b", "c"]);
  stop();
});

it("holds one stream for all who listen and closes it with the last", () => {
  const { client, streams, opened } = aServer();
  const stops = [1, 2, 3].map(() => followLibrary(client, libraryId, { onNews: () => undefined }));
  expect(opened()).toBe(1);
  for (const stop of stops.slice(1)) stop();
  expect(streams.size).toBe(1);
  stops[0]?.();
  expect(streams.size).toBe(0);
});

it("asks for unfinished files when the stream begins: their work may have ended before", async () => {
  const { client, asked } = aServer();
  const stop = followLibrary(client, libraryId, { onNews: () => undefined, unsettledFileIds: () => ["x"] });
  await vi.waitFor(() => expect(asked).toEqual([["x"]]));
  stop();
});

it("asks for the unfinished files of one who joins later as well", async () => {
  const { client, asked } = aServer();
  const stopFirst = followLibrary(client, libraryId, { onNews: () => undefined });
  const stop = followLibrary(client, libraryId, { onNews: () => undefined, unsettledFileIds: () => ["y"] });
  await vi.waitFor(() => expect(asked).toEqual([["y"]]));
  stop();
  stopFirst();
});

it("asks for many files in requests whose addresses the client can send", async () => {
  const { client, asked } = aServer();
  const fileIds = Array.from({ length: 200 }, () => crypto.randomUUID());
  const stop = followLibrary(client, libraryId, { onNews: () => undefined });
  for (const fileId of fileIds) askForFile(client, libraryId, fileId);
  await vi.waitFor(() => expect(asked.flat()).toHaveLength(fileIds.length));
  for (const ids of asked) {
    const input = encodeURIComponent(JSON.stringify({ 0: { json: { libraryId, fileIds: ids } } }));
    expect(input.length).toBeLessThan(3_900);
  }
  stop();
});
