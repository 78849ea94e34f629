import { clustersQuery } from "@alcoves/core/map";
import { askApp, createBareSql } from "./against-sql.ts";
import { enterApp } from "./app-under-test.ts";
import { type Comparison, compare } from "./compare.ts";
import { enterSeededLibrary } from "./seeded-library.ts";

const app = await enterApp();
const library = await enterSeededLibrary(app);
const bareSql = await createBareSql(app);
const { libraryId } = library;
const world = { bounds: { north: 90, south: -90, west: -180, east: 180 }, zoom: 2 };
const prepared = clustersQuery(libraryId, world);

const at = (size: string, files: number): Comparison => ({
  id: `R20 (${size})`,
  ours: `clusters of the whole world of ${files.toLocaleString("en")} files: session, access, pictures`,
  comparator: "the same SQL through bare pg",
  // At most twice as long, and 1.2 times is the goal: turned around, as rates are compared here.
  gate: 0.5,
  goal: 0.83,
  unit: "maps/s",
  async measureComparator() {
    await library.growTo(files);
    return bareSql(prepared);
  },
  measureOurs: () => askApp(app, { path: "map.clusters", input: { libraryId, ...world } }),
});

await compare(at("10k", 10_000), at("100k", 100_000), at("1M", 1_000_000));
