import type { Services } from "@alcoves/core";
import { type MadeBytes, openSprites, openStream } from "@alcoves/core/files";
import { openWaveform, readWaveform } from "@alcoves/core/waveforms";
import type { Doors, RestContext } from "../door.ts";
import { inert } from "../inert.ts";
import { sendBlob, sendBytes } from "../send-blob.ts";
import { param } from "./param.ts";

/** What a player needs beside the bytes it plays: scrub pictures, the waveform, and streams of several sizes. */
export function addPlayerRoutes(doors: Doors, services: Services): void {
  const send = (c: RestContext, made: MadeBytes) =>
    sendBlob(c, services.storage, { ...made, headers: inert });

  for (const part of ["sheet", "index"] as const) {
    doors.add({ method: "GET", path: `/api/media/:fileId/sprites/${part}`, door: "library" }, async (c) =>
      send(c, await openSprites(c.get("core"), { fileId: param(c, "fileId"), part })),
    );
  }

  doors.add({ method: "GET", path: "/api/media/:fileId/waveform", door: "library" }, async (c) => {
    const made = await openWaveform(c.get("core"), param(c, "fileId"));
    const headers = { ...inert, vary: "accept" };
    if (!wantsJson(c)) return sendBlob(c, services.storage, { ...made, headers });
    const { peaks, ...facts } = await readWaveform(c.get("core"), made);
    const json = Buffer.from(JSON.stringify({ ...facts, peaks: [...peaks] }));
    const etag = made.etag.replace(/"$/, '-json"');
    return sendBytes(c, { ...made, etag, mimeType: "application/json", headers }, json);
  });

  const stream = (c: RestContext, { rendition, name }: { rendition: string | null; name: string }) =>
    openStream(c.get("core"), { fileId: param(c, "fileId"), rendition, name, version: c.req.query("v") });
  doors.add({ method: "GET", path: "/api/media/:fileId/hls/master.m3u8", door: "library" }, async (c) =>
    send(c, await stream(c, { rendition: null, name: "master.m3u8" })),
  );
  doors.add({ method: "GET", path: "/api/media/:fileId/hls/:rendition/:name", door: "library" }, async (c) =>
    send(c, await stream(c, { rendition: param(c, "rendition"), name: param(c, "name") })),
  );
}

/** By `?format=json`, or because JSON is named among what is taken. */
function wantsJson(c: RestContext): boolean {
  return c.req.query("format") === "json" || /\bapplication\/json\b/.test(c.req.header("accept") ?? "");
}
