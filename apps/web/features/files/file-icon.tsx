import type { FileKind } from "@alcoves/core/files/schema";
import { File, FileAudio, FileImage, FileVideo, type LucideIcon } from "lucide-react";

const icons = { photo: FileImage, video: FileVideo, audio: FileAudio, other: File } satisfies Record<
  FileKind,
  LucideIcon
>;

/** The kind of a file as an icon; its name stands beside it, so it says nothing to a screen reader. */
export function FileIcon({ kind, className }: { kind: FileKind; className?: string }) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" strokeWidth={1.5} className={className ?? "size-8"} />;
}
