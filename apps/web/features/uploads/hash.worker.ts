import { hashFile } from "./hash-file.ts";
import type { HashAnswer, HashQuestion } from "./hasher.ts";

// Apart from the page, so that hashing never holds up a scroll.
addEventListener("message", ({ data }: MessageEvent<HashQuestion>) => {
  void hashFile(data.file)
    .catch(() => null) // the file is gone, or the browser lets nobody hash: whoever asked goes on without
    .then((sha256) => postMessage({ questionId: data.questionId, sha256 } satisfies HashAnswer));
});
