import { setTimeout as sleep } from "node:timers/promises";
import type { MailConfig } from "@alcoves/config";
import { createTransport } from "nodemailer";
import type { Log } from "../context.ts";
import type { Letter, Mailer } from "./schema.ts";
import { htmlOf, oneLine, textOf } from "./write.ts";

/** How long a mail server may take to answer at each step, ms. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
};

/** How long a process that stops waits for mails that are under way, ms. */
const closingMs = 5_000;

/** Connects to a mail server, with the first mail. Files and addresses are never read into a mail. */
export function createMailer({ smtpUrl, from }: MailConfig, log: Log): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
  });
  const underWay = new Set<Promise<void>>();

  async function send(written: Promise<Letter | null>): Promise<void> {
    try {
      const letter = await written;
      if (!letter) return;
      await transport.sendMail({
        from,
        to: { name: oneLine(letter.to.name), address: letter.to.address },
        subject: oneLine(letter.subject),
        text: textOf(letter),
        html: htmlOf(letter),
        // Tells holiday notices and the like to stay silent (RFC 3834).
        headers: { "Auto-Submitted": "auto-generated" },
      });
    } catch (error) {
      log.error({ error }, "a mail could not be sent");
    }
  }

  return {
    post(letter) {
      const sending = send(letter).finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    async close() {
      await Promise.race([Promise.all(underWay), sleep(closingMs, undefined, { ref: false })]);
      transport.close();
    },
  };
}
