import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startTestMailServer } from "./mail.ts";

// A mail server in a process of its own, for tests in a browser: node mail-command.ts <port> <folder>. Each mail becomes a file.
const [port, folder = ""] = process.argv.slice(2);
let count = 0;
await startTestMailServer({
  port: Number(port),
  async onMail(mail) {
    count += 1;
    const path = join(folder, `${count}.json`);
    await writeFile(`${path}.part`, JSON.stringify(mail));
    await rename(`${path}.part`, path);
  },
});
