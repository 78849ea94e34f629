import { checkHealth, type Services } from "@alcoves/core";
import type { Doors } from "../door.ts";

/** Signs of life for people, load balancers and scripts. */
export function addHealthRoutes(doors: Doors, services: Services, version: string): void {
  doors.add({ method: "GET", path: "/api/health", door: "public" }, async (c) => {
    const health = await checkHealth(services);
    return c.json({ ...health, version }, health.ready ? 200 : 503, { "cache-control": "no-store" });
  });
  doors.add({ method: "GET", path: "/api/ready", door: "public" }, async (c) => {
    const { ready, missing } = await checkHealth(services);
    return c.json({ ready, missing }, ready ? 200 : 503, { "cache-control": "no-store" });
  });
  doors.add({ method: "GET", path: "/api/version", door: "public" }, (c) => c.json({ version }));
}
