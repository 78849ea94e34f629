import type { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Hono } from "hono";
import type { RestEnv } from "./door.ts";

/**
 * Hono answers HEAD with a copy of GET's answer, in which the mark is lost that a route has written to the socket by itself:
 * the answer would be written twice and the connection cut. This puts the mark back.
 */
export function keepSentMark(app: Hono<RestEnv>): void {
  const answer = app.fetch;
  app.fetch = async (request, env, execution) => {
    const response = await answer(request, env, execution);
    return request.method === "HEAD" && wasSent(env) ? RESPONSE_ALREADY_SENT : response;
  };
}

function wasSent(env: unknown): boolean {
  const { outgoing } = env as { outgoing?: ServerResponse }; // RestEnv's bindings, whatever Hono's type says
  return outgoing?.headersSent ?? false;
}
