import { clustersQuery } from "@alcoves/core/map";
import { askApp, createBareSql } from "./against-sql.ts";
import { enterApp } from "./app-under-test.ts";
import { type Comparison, compare } from "./compare.ts";
import { enterSeededLibrary, type Size } from "./seeded-library.ts";

const app = await enterApp();
const bareSql = await createBareSql(app);
const world = { bounds: { north: 90, south: -90, west: -180, east: 180 }, zoom: 2 };

async function at(size: Size): Promise<Comparison> {
  const { files, libraryId } = await enterSeededLibrary(app, size);
  return {
    id: `R20 (${size})`,
    ours: `clusters of the whole world of ${files.toLocaleString("en")} files: session, access, pictures`,
    comparator: "the same SQL through bare pg",
    // At most twice as long, and 1.2 times is the goal: turned around, as rates are compared here.
    gate: 0.5,
    goal: 0.83,
    unit: "maps/s",
    measureComparator: () => bareSql(clustersQuery(libraryId, world)),
    measureOurs: () => askApp(app, { path: "map.clusters", input: { libraryId, ...world } }),
  };
}

await compare(await at("10k"), await at("100k"), await at("1M"));
