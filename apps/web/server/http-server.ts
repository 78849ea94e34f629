import { createServer, type Server } from "node:http";

/** A chunk of an upload is one request: 50 MiB take two hours over a line of 64 kbit/s, and Node would end it after five minutes. */
const longestRequestMs = 6 * 60 * 60 * 1_000;

/**
 * How long a connection may lie idle. Whoever of the two ends closes it first, the other may just be sending on it: then a proxy answers
 * 502, and a browser finds its request reset. So the proxy closes first: Caddy after two minutes, nginx and load balancers after one;
 * Node would after five seconds.
 */
const idleMs = 130_000;

/** The server of web: patient with bodies and idle connections; headers still have to be there within Node's minute. */
export function createHttpServer(): Server {
  return createServer({
    requestTimeout: longestRequestMs,
    headersTimeout: 60_000,
    keepAliveTimeout: idleMs,
  });
}
