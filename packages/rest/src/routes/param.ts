import { notFound } from "@alcoves/core";
import type { RestContext } from "../door.ts";

/** @returns a part of the address by its name. @throws NOT_FOUND when it is empty */
export function param(c: RestContext, name: string): string {
  const value = c.req.param(name);
  if (!value) throw notFound("file");
  return value;
}
