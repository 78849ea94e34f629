/** A file could not be read or made into something else. `reason` is one plain sentence for a person. */
export class MediaError extends Error {
  override readonly name = "MediaError";
  /** True when no further try can work: the file is broken or of a kind that is not supported. */
  readonly permanent: boolean;

  constructor(
    readonly reason: string,
    { permanent = true, cause }: { permanent?: boolean; cause?: unknown } = {},
  ) {
    super(reason, { cause });
    this.permanent = permanent;
  }
}
