import { createServer, type Server } from "node:http";

/** A chunk of an upload is one request: 50 MiB take two hours over a line of 64 kbit/s, and Node would end it after five minutes. */
const longestRequestMs = 6 * 60 * 60 * 1_000;

/** The server of web: patient with bodies; headers still have to be there within Node's minute. */
export function createHttpServer(): Server {
  return createServer({ requestTimeout: longestRequestMs, headersTimeout: 60_000 });
}
