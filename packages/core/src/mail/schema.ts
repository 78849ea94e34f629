/** A mail as it is written: plain words with at most one link, from which text and HTML are made. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  /** Paragraphs before the link. */
  before: readonly string[];
  /** What the reader is to press, and where it leads. */
  link: { label: string; url: string };
  /** Paragraphs after the link. */
  after: readonly string[];
}

/** Sends mail. */
export interface Mailer {
  /**
   * Begins to send and returns at once: nobody waits for a mail server. What fails is logged, without the letter's words.
   * @param letter a promise is waited for here, so that writing it takes no one's time either; null sends nothing
   */
  post(letter: Promise<Letter | null>): void;
  /** Waits up to 5 s for what is under way, then closes the connections. */
  close(): Promise<void>;
}
