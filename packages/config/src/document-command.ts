import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { configurationPage, envExample } from "./document.ts";

const root = new URL("../../../", import.meta.url);
await writeFile(fileURLToPath(new URL(".env.example", root)), envExample());
await writeFile(fileURLToPath(new URL("docs/configuration.md", root)), configurationPage());
