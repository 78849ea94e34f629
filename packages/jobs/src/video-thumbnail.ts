import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Takes the poster of a video or the cover of sound: the picture that its variants are made from. */
export const videoThumbnail = defineTrackedJob({
  name: "video-thumbnail",
  weight: weights.light,
  attempts: 3,
  tracks: { row: "file", column: "thumbnail" },
});
