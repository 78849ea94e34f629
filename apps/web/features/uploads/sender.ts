import type { UploadChange } from "./change-entry.ts";
import type { UploadQueue } from "./queue.ts";
import type { Transfer, TransferListener } from "./transfer.ts";
import type { UploadEntry } from "./upload-entry.ts";

/** What sending needs. */
export interface SenderParts {
  queue: UploadQueue;
  fileOf(entryId: string): File | undefined;
  start(entry: UploadEntry, file: File, listener: TransferListener): Transfer;
  /** Uploads at once now. */
  atOnce(): number;
  texts: { refused: string; unreadable: string };
  apply(entryId: string, change: UploadChange): void;
  /** The bytes are on the server. */
  onArrived(entryId: string): void;
}

/** Keeps as many uploads under way as may be at once. */
export function createSender({ queue, fileOf, start, atOnce, texts, apply, onArrived }: SenderParts) {
  const transfers = new Map<string, Transfer>();
  let holds = 0;
  let isStarting = false;

  const nextEntry = (): UploadEntry | undefined => {
    if (holds > 0 || queue.count("uploading") + queue.count("waiting") >= atOnce()) return;
    const [next] = queue.in("checked");
    return next;
  };

  const startMore = () => {
    // Starting one changes the queue, which asks for more: the loop serves that, in order.
    if (isStarting) return;
    isStarting = true;
    for (let next = nextEntry(); next; next = nextEntry()) {
      const file = fileOf(next.entryId);
      if (file) startOne(next, file);
      else apply(next.entryId, { type: "lost" });
    }
    isStarting = false;
  };

  const startOne = (entry: UploadEntry, file: File) => {
    const { entryId } = entry;
    apply(entryId, { type: "started" });
    const end = (change: UploadChange) => {
      transfers.delete(entryId);
      apply(entryId, change);
    };
    const transfer = start(entry, file, {
      onProgress: (sentBytes) => apply(entryId, { type: "progressed", sentBytes }),
      onInterrupted: () => apply(entryId, { type: "interrupted" }),
      onArrived: (fileId) => {
        onArrived(entryId);
        end({ type: "arrived", fileId });
      },
      onFailed: (sentence) => end({ type: "failed", error: sentence ?? texts.refused }),
      onUnreadable: () => end({ type: "failed", error: texts.unreadable }),
    });
    transfers.set(entryId, transfer);
  };

  return {
    /** Starts what may start now, the longest checked first. */
    startMore,

    /** Stops an upload if it is under way; what was sent of it is kept. */
    halt(entryId: string) {
      transfers.get(entryId)?.stop();
      transfers.delete(entryId);
    },

    /** Starts nothing until it is released: of many that are halted, none takes the place of another. */
    hold(): () => void {
      holds += 1;
      return () => {
        holds -= 1;
        startMore();
      };
    },

    /** The network is back, or more may go at once: tries what waits. */
    nudge() {
      for (const transfer of transfers.values()) transfer.nudge();
      startMore();
    },
  };
}
