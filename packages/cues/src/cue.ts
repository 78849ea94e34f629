/** A word of a cue, with times of its own. */
export interface CueWord {
  /** Milliseconds from the start of the recording; 0 or more. */
  startMs: number;
  /** Not before `startMs`. */
  endMs: number;
  /** The word, with the punctuation that stands at it. */
  text: string;
  /** 0–1; null where nobody measured. */
  score: number | null;
}

/** A time of a recording, and what is said or heard then. */
export interface Cue {
  kind: "speech" | "audio";
  /** Milliseconds from the start of the recording; 0 or more. */
  startMs: number;
  /** Not before `startMs`. */
  endMs: number;
  /** What is said, or the label of the sound. */
  text: string;
  /** 0–1; null where nobody measured (imported or corrected). */
  score: number | null;
  /** The words of speech, in their order; absent where only the whole has times. */
  words?: readonly CueWord[];
}
