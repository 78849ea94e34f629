import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { startTestMailServer } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { createMailer, type Letter } from "./index.ts";

const server = await startTestMailServer();
afterAll(() => server.close());
const from = "Alcoves <alcoves@example.org>";

const letter: Letter = {
  to: { name: "Ada", address: "ada@example.org" },
  subject: "Hello",
  before: ["Hello <b>Ada</b>,"],
  link: { label: "Press", url: "https://photos.example.org/reset/abc" },
  after: ["Bye."],
};

/** What the log was told. */
function listen() {
  const said: string[] = [];
  const say = (fields: object, message: string) => void said.push(`${message} ${JSON.stringify(fields)}`);
  return { said, log: { info: say, warn: say, error: say } };
}

describe("the mailer", () => {
  it("sends plain text and HTML, in which nothing of the letter is markup", async () => {
    const mailer = createMailer({ smtpUrl: server.url, from }, listen().log);
    mailer.post(Promise.resolve(letter));
    await mailer.close();
    const mail = server.mails.at(-1);
    expect(mail).toMatchObject({ from: "alcoves@example.org", to: ["ada@example.org"] });
    expect(mail?.raw).toContain("Content-Type: text/plain");
    expect(mail?.raw).toContain("Content-Type: text/html");
    expect(mail?.raw).toContain("Hello <b>Ada</b>,");
    expect(mail?.raw.replaceAll("=\r\n", "")).toContain("Hello &lt;b&gt;Ada&lt;/b&gt;,");
    expect(mail?.raw).toContain("https://photos.example.org/reset/abc");
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
  });

  it.each(["\r\n", "\n", "\r", "\u2028", "\u0000\n"])("makes no header of what follows %j", async (end) => {
    const mailer = createMailer({ smtpUrl: server.url, from }, listen().log);
    const forged = `x${end}Bcc: eve@example.org${end}${end}body`;
    mailer.post(Promise.resolve({ ...letter, subject: forged, to: { ...letter.to, name: forged } }));
    await mailer.close();
    const mail = server.mails.at(-1);
    expect(mail?.to).toEqual(["ada@example.org"]);
    const headers = mail?.raw.split("\r\n\r\n")[0];
    expect(headers).not.toMatch(/^Bcc:/im);
    expect(headers).toContain("Subject: x Bcc: eve@example.org body");
  });

  it("logs what fails, without the link, the password or an exception", async () => {
    const { said, log } = listen();
    const wrong = createMailer({ smtpUrl: server.url.replace("mail%20secret", "wrong"), from }, log);
    wrong.post(Promise.resolve(letter));
    wrong.post(Promise.reject(new Error("not written")));
    wrong.post(Promise.resolve(null));
    await wrong.close();
    expect(said).toHaveLength(2);
    for (const line of said) {
      expect(line).toContain("a mail could not be sent");
      expect(line).not.toMatch(/reset\/abc|wrong/);
    }
  });

  it("returns at once, also while the mail server says nothing", async () => {
    const mute = createServer();
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    const { port } = mute.address() as AddressInfo;
    const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from }, listen().log);
    const startedAt = performance.now();
    mailer.post(Promise.resolve(letter));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    mute.close();
  });
});
