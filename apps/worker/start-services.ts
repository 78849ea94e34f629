import { orExit, readConfig } from "@alcoves/config";
import { createServices } from "@alcoves/core";
import { renderImage } from "@alcoves/media/image";
import { pino } from "pino";

/** Connects a process of the worker to everything its jobs need. Ends it with a sentence when the settings are wrong. */
export async function startServices() {
  const config = orExit(() => readConfig());
  const log = pino({
    level: config.logLevel,
    base: { service: "worker" },
    serializers: { error: pino.stdSerializers.err },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  return { config, log, services: await createServices(config, { log, renderImage }) };
}
