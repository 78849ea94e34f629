import { OneFile } from "@alcoves/core/files";
import {
  CorrectTranscript,
  correctTranscript,
  getTranscript,
  ImportTranscript,
  importTranscript,
  RemoveTranscript,
  removeTranscript,
} from "@alcoves/core/transcripts";
import { libraryProcedure, router } from "../trpc.ts";

export const transcriptsRouter = router({
  get: libraryProcedure("see its files", OneFile).query(({ ctx, input }) => getTranscript(ctx.core, input)),
  import: libraryProcedure("correct transcripts", ImportTranscript).mutation(({ ctx, input }) =>
    importTranscript(ctx.core, input),
  ),
  correct: libraryProcedure("correct transcripts", CorrectTranscript).mutation(({ ctx, input }) =>
    correctTranscript(ctx.core, input),
  ),
  remove: libraryProcedure("correct transcripts", RemoveTranscript).mutation(({ ctx, input }) =>
    removeTranscript(ctx.core, input),
  ),
});
