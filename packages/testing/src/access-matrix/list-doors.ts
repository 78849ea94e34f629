import { appRouter } from "@alcoves/api";
import { doorRows, type ProcedureRow } from "@alcoves/api/doors";
import { type DoorIds, type DoorRow, permissions } from "@alcoves/core/access";
import { type DoorRequest, type RouteRow, routeRows } from "@alcoves/rest/doors";
import type { TestInstance } from "../instance.ts";
import type { MatrixDoor } from "./expect.ts";

interface Procedure {
  _def: { type: string; meta?: { door: string } };
}

/** A door as the matrix knocks at it. */
export interface ListedDoor extends MatrixDoor {
  readonly name: string;
  readonly row: DoorRow;
  request(ids: DoorIds): DoorRequest & { method: string };
}

/** Every door that the code has, procedures and routes, found in the code itself. @throws for one without a row, and for a row without one */
export function listDoors(instance: TestInstance): ListedDoor[] {
  // tRPC types them as a tree; what stands there is one flat record by path.
  const procedures = Object.entries(appRouter._def.procedures as object as Record<string, Procedure>);
  const rows = Object.entries(doorRows).flatMap(([domain, ofDomain]) =>
    Object.entries<ProcedureRow>(ofDomain).map(([name, row]): [string, ProcedureRow] => [
      `${domain}.${name}`,
      row,
    ]),
  );
  const routes = instance.routes.filter(({ path }) => path !== "/api/trpc/*");
  same(
    "procedures",
    procedures.map(([path]) => path),
    rows.map(([path]) => path),
  );
  same(
    "routes",
    routes.map(({ method, path }) => `${method} ${path}`),
    Object.keys(routeRows),
  );
  same("routes behind no door", instance.undeclaredRoutes, []);

  const ofProcedures = procedures.map(
    ([
      path,
      {
        _def: { type, meta },
      },
    ]): ListedDoor => {
      const row = new Map(rows).get(path);
      if (!row || !meta) throw new Error(`${path} does not say who may call it`);
      return {
        name: path,
        row,
        may: row.may,
        inTrash: row.inTrash,
        isInLibrary: meta.door in permissions,
        toStrangers: 401,
        request(ids) {
          const json = JSON.stringify({ json: row.input(ids) ?? null });
          if (type === "mutation") {
            return {
              method: "POST",
              path: `/api/trpc/${path}`,
              headers: { "content-type": "application/json" },
              body: json,
            };
          }
          const headers: Record<string, string> =
            type === "subscription" ? { accept: "text/event-stream" } : {};
          return { method: "GET", path: `/api/trpc/${path}?input=${encodeURIComponent(json)}`, headers };
        },
      };
    },
  );
  const ofRoutes = routes.map(({ method, path, door }): ListedDoor => {
    const name = `${method} ${path}`;
    const row = new Map<string, RouteRow>(Object.entries(routeRows)).get(name);
    if (!row) throw new Error(`${name} does not say who may come through`);
    return {
      name,
      row,
      may: row.may,
      inTrash: row.inTrash,
      isInLibrary: row.on === undefined && door === "library",
      // An address of a file tells a stranger nothing, not even that there is something to sign in for.
      toStrangers: /^\/api\/(media|moments|avatars)\//.test(path) ? 404 : 401,
      request: (ids) => ({ method, ...row.request(ids) }),
    };
  });
  return [...ofProcedures, ...ofRoutes];
}

function same(what: string, found: string[], declared: string[]): void {
  const missing = found.filter((name) => !declared.includes(name));
  const gone = declared.filter((name) => !found.includes(name));
  if (missing.length + gone.length === 0) return;
  throw new Error(`The access matrix and the ${what} differ: no row for ${missing}; no door for ${gone}`);
}
