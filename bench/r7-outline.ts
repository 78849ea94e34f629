import { daysStatement } from "@alcoves/core/timeline";
import { askApp, createBareSql } from "./against-sql.ts";
import { enterApp } from "./app-under-test.ts";
import { type Comparison, compare } from "./compare.ts";
import { enterSeededLibrary, type Size } from "./seeded-library.ts";

const app = await enterApp();
const bareSql = await createBareSql(app);

async function at(size: Size): Promise<Comparison> {
  const { files, libraryId, userId } = await enterSeededLibrary(app, size);
  return {
    id: `R7 (${size})`,
    ours: `outline of a timeline of ${files.toLocaleString("en")} files: session, access, days and where large ones are cut`,
    comparator: "the SQL of the days through bare pg",
    // At most 1.5 times as long, and 1.1 is the goal: turned around, as rates are compared here.
    gate: 0.67,
    goal: 0.91,
    unit: "outlines/s",
    measureComparator: () => bareSql(daysStatement({ libraryId, userId }, {})),
    measureOurs: () => askApp(app, { path: "timeline.outline", input: { libraryId } }),
  };
}

await compare(await at("10k"), await at("100k"), await at("1M"));
