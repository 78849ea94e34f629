import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { findFreePort } from "./free-port.ts";

/** A mail as a server received it. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body as they came over the wire. */
  raw: string;
}

/** A real mail server that keeps what it is given. */
export interface TestMailServer {
  /** For ALCOVES_SMTP_URL. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

/**
 * Starts a mail server that lets in one name with one password, and nobody without.
 * @param options.port a free one unless said otherwise
 * @param options.onMail is told of each mail before its sender is told that it was taken
 */
export async function startTestMailServer(
  options: { port?: number; onMail?: (mail: ReceivedMail) => Promise<void> } = {},
): Promise<TestMailServer> {
  const mails: ReceivedMail[] = [];
  const port = options.port ?? (await findFreePort());
  const keep = async (mail: ReceivedMail) => {
    mails.push(mail);
    await options.onMail?.(mail);
  };
  const server = new SMTPServer({
    // Its certificate would be its own: mail of tests stays on this machine.
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === "alcoves" && password === "mail secret"
        ? done(null, { user: username })
        : done(new Error("Wrong name or password")),
    onData(stream, { envelope }, done) {
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      const to = envelope.rcptTo.map(({ address }) => address);
      text(stream)
        .then((raw) => keep({ from, to, raw }))
        .then(() => done(), done);
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `smtp://alcoves:mail%20secret@127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
