/** What can be wrong between storage and the database. */
export const flaws = {
  "missing original": "The original is gone. Bring it back from a backup.",
  "original of another size":
    "The original has another size than the file that was uploaded. Bring it back from a backup.",
  "damaged original": "The bytes of the original have changed since the upload. Bring it back from a backup.",
  "unreadable original": "The original cannot be read. Check the disk, or bring it back from a backup.",
  "missing derivative": "What was made from the file is gone. It can be made again: --repair asks for it.",
  "missing avatar":
    "The picture of a person is gone. Bring it back from a backup, or let them choose another.",
  "original without a file":
    "No file has this original. It is left where it is: look at it, then remove it by hand.",
  "cache without a file":
    "What was made from a file that is gone, or from an old version of it. --repair removes it.",
  "avatar without a person": "No person has this picture. It is left where it is: remove it by hand.",
  "unknown blob":
    "This is no name that Alcoves gives. It is left where it is: look at it, then remove it by hand.",
} as const;

/** One of `flaws`. */
export type Flaw = keyof typeof flaws;

/** Something that is wrong, with what it is called where people can look for it. */
export interface Finding {
  flaw: Flaw;
  key: string;
  /** Name of the file, or of the person; null where no row tells. */
  name: string | null;
  /** Name of the library; null for a picture of a person, and where no row tells. */
  library: string | null;
  /** What is wrong and what to do about it. */
  message: string;
  /** True when --repair has removed it, or has asked for it again. */
  repaired: boolean;
}

/** The stages of a check, in their order. */
export const stages = ["originals", "derivatives", "clips", "avatars", "blobs"] as const;
export type Stage = (typeof stages)[number];

/** How far a check is. */
export interface CheckProgress {
  stage: Stage;
  /** Files, people or blobs of this stage that have been looked at. */
  done: number;
  /** How many there are; null where only the end tells. */
  total: number | null;
  /** Bytes of originals that were read so far. */
  readBytes: number;
}

/** What a check has seen. */
export interface CheckSummary {
  /** Originals that were compared. */
  originals: number;
  /** Those of them whose hash is not known yet: their size alone was compared. */
  withoutHash: number;
  readBytes: number;
  blobs: number;
  found: number;
  repaired: number;
}
