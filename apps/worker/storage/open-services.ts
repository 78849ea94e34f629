import { readConfig } from "@alcoves/config";
import { createContext, createServices } from "@alcoves/core";
import { renderImage } from "@alcoves/media/image";

/** Connects to the instance for one command, as the system. */
export async function openServices() {
  const config = readConfig();
  const log = {
    info: () => {},
    // Jobs that are asked for wait in the database while the queue does not answer: no news for who runs a command.
    warn: () => {},
    error: (fields: object, message: string) => console.error(message, fields),
  };
  const services = await createServices(config, { log, renderImage });
  return { config, services, ctx: createContext(services, { kind: "system", job: "upkeep" }) };
}
