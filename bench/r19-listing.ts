import { listStatement } from "@alcoves/core/files";
import { askApp, createBareSql } from "./against-sql.ts";
import { enterApp } from "./app-under-test.ts";
import { type Comparison, compare } from "./compare.ts";
import { enterSeededLibrary, type Size } from "./seeded-library.ts";

const app = await enterApp();
const bareSql = await createBareSql(app);
const statement = listStatement({ order: "name", way: "ascending", isTop: false, isFirst: true });

async function at(size: Size): Promise<Comparison> {
  const { files, libraryId, userId, folderId } = await enterSeededLibrary(app, size);
  return {
    id: `R19 (${size})`,
    ours: `a page of 200 files by name, of a folder with ${(files / 10).toLocaleString("en")} in a library of ${files.toLocaleString("en")}`,
    comparator: "the same SQL through bare pg",
    // At most twice as long, and 1.2 times is the goal: turned around, as rates are compared here.
    gate: 0.5,
    goal: 0.83,
    unit: "pages/s",
    measureComparator: () => bareSql({ statement, values: [libraryId, userId, 201, folderId] }),
    measureOurs: () =>
      askApp(app, {
        path: "files.list",
        input: { libraryId, folderId, order: "name", way: "ascending" },
      }),
  };
}

await compare(await at("10k"), await at("100k"), await at("1M"));
