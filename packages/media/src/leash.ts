import { fileURLToPath } from "node:url";

/** Runs the command that follows it so that it ends with this process, within bounds of memory. */
export const leash = fileURLToPath(new URL("./on-leash.sh", import.meta.url));
