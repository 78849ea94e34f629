import type { Caller } from "@alcoves/api";
import { headers } from "next/headers";
import { inProcess } from "../server/in-process.ts";

/** Calls procedures in this process with the request's own session, as pages do for their first load. */
export async function serverCaller(): Promise<Caller> {
  const { createCaller, apiContext } = inProcess();
  return createCaller(await apiContext(new Headers(await headers())));
}
