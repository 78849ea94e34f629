// Signs in with an access token, lists the libraries and uploads a file: npx tsx upload.ts <address> <token> <file>
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createAlcovesClient } from "@alcoves/client";

const [url = "", token = "", path = ""] = process.argv.slice(2);
if (!url || !token || !path) {
  console.error("Usage: npx tsx upload.ts <address of the instance> <access token> <file>");
  process.exit(1);
}
const alcoves = createAlcovesClient({ url, token });

const me = await alcoves.api.accounts.me.query();
const [library] = await alcoves.api.libraries.list.query();
if (!library) throw new Error("This account has no library.");
console.log(`${me.name} uploads into ${library.name}, which holds ${library.fileCount} files`);

const fileId = await alcoves.upload({
  source: await readFile(path),
  name: basename(path),
  libraryId: library.libraryId,
});
const file = await alcoves.api.files.get.query({ libraryId: library.libraryId, fileId });
console.log(`${file.name} is file ${fileId}, ${file.sizeBytes} bytes`);
