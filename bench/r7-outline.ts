import { daysStatement } from "@alcoves/core/timeline";
import { askApp, createBareSql } from "./against-sql.ts";
import { enterApp } from "./app-under-test.ts";
import { type Comparison, compare } from "./compare.ts";
import { enterSeededLibrary } from "./seeded-library.ts";

const app = await enterApp();
const library = await enterSeededLibrary(app);
const bareSql = await createBareSql(app);
const prepared = daysStatement(library, {});

const at = (size: string, files: number): Comparison => ({
  id: `R7 (${size})`,
  ours: `outline of a timeline of ${files.toLocaleString("en")} files: session, access, days and where large ones are cut`,
  comparator: "the SQL of the days through bare pg",
  // At most 1.5 times as long, and 1.1 is the goal: turned around, as rates are compared here.
  gate: 0.67,
  goal: 0.91,
  unit: "outlines/s",
  async measureComparator() {
    await library.growTo(files);
    return bareSql(prepared);
  },
  measureOurs: () => askApp(app, { path: "timeline.outline", input: { libraryId: library.libraryId } }),
});

await compare(at("10k", 10_000), at("100k", 100_000), at("1M", 1_000_000));
