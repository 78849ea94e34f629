import { pino } from "pino";

/** JSON lines on standard output. Cookies, tokens and passwords never reach them. */
export function createLog(level: string, service: "web" | "worker") {
  return pino({
    level,
    base: { service },
    redact: { paths: ["*.password", "*.token", "*.cookie", "*.authorization"], censor: "[removed]" },
    serializers: { error: pino.stdSerializers.err },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
