import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";

/** The link in the newest mail to an address; waits for it to come. */
export async function mailedLink(address: string): Promise<string> {
  let link = "";
  await expect(async () => {
    const mails = (await allMails()).filter(({ to }) => to.includes(address));
    const raw = mails.at(-1)?.raw.replaceAll("=\r\n", "") ?? "";
    link = /https?:\/\/\S+\/reset\/[\w-]{43}/.exec(raw)?.[0] ?? "";
    expect(link).not.toBe("");
  }).toPass({ timeout: 20_000 });
  return link;
}

/** Every mail that the instance under test has sent, oldest first. */
async function allMails(): Promise<{ to: string[]; raw: string }[]> {
  const folder = process.env.ALCOVES_E2E_MAIL_PATH ?? "";
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  names.sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))));
}
