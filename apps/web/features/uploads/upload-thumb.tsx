"use client";

import type { FileKind } from "@alcoves/core/files/schema";
import { CircleCheck, Copy, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { FileIcon } from "../files/file-icon.tsx";
import type { UploadEntry } from "./upload-entry.ts";
import { useUploads } from "./use-uploads.ts";

/** Larger pictures are not decoded for a thumbnail of 32 px. */
const largestShownBytes = 12_000_000;

/** The file as a small picture while this page has it, else its kind; a mark once it is done or failed. */
export function UploadThumb({ entry }: { entry: UploadEntry }) {
  const { engine } = useUploads();
  const { entryId, state, mimeType, sizeBytes } = entry;
  const isShown = state === "uploading" && mimeType.startsWith("image/") && sizeBytes <= largestShownBytes;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const file = isShown ? engine.fileOf(entryId) : undefined;
    if (!file) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [engine, entryId, isShown]);

  if (state === "ready") return <CircleCheck aria-hidden="true" className="size-8 p-1.5 text-ready" />;
  if (state === "duplicate") return <Copy aria-hidden="true" className="size-8 p-1.5 text-muted" />;
  if (state === "failed") return <TriangleAlert aria-hidden="true" className="size-8 p-1.5 text-failed" />;
  return (
    <span className="grid size-8 shrink-0 place-items-center overflow-hidden rounded-[6px] bg-panel text-muted">
      {url ? (
        // A format the browser cannot show leaves the ground empty, not broken.
        <img src={url} alt="" onError={() => setUrl(null)} className="size-full object-cover" />
      ) : (
        <FileIcon kind={kindOf(mimeType)} className="size-5" />
      )}
    </span>
  );
}

function kindOf(mimeType: string): FileKind {
  const [type] = mimeType.split("/");
  if (type === "image") return "photo";
  return type === "video" || type === "audio" ? type : "other";
}
