import { enterApp } from "./app-under-test.ts";
import { type Comparison, compare } from "./compare.ts";
import { startManyNames } from "./many-names.ts";

const app = await enterApp();
const names = await startManyNames(app.databaseUrl, app.libraryId);

const live = "f.trashed_at IS NULL AND f.companion_of_id IS NULL";
/** The SQL that gives each answer by itself, of each library; ours looks first whether a better way fills the page. */
const raw = {
  beginning: () => `
    SELECT f.* FROM unnest($1::uuid[]) AS mine(id) CROSS JOIN LATERAL (
      SELECT id, library_id, folder_id, name, kind FROM files f
      WHERE f.library_id = mine.id AND ${live}
        AND lower(f.name) COLLATE "C" >= lower($2) AND lower(f.name) COLLATE "C" < lower($2) || chr(1114111)
      ORDER BY lower(f.name) COLLATE "C", id LIMIT 13) f
    ORDER BY lower(f.name) COLLATE "C", f.id LIMIT 13`,
  holding: (words: readonly string[]) => `
    SELECT f.* FROM unnest($1::uuid[]) AS mine(id) CROSS JOIN LATERAL (
      SELECT id, library_id, folder_id, name, kind FROM files f
      WHERE f.library_id = mine.id AND ${live} AND ${words.map((_, at) => `lower(f.name) LIKE lower($${at + 2})`).join(" AND ")}
      LIMIT 2000) f
    ORDER BY lower(f.name) COLLATE "C", f.id LIMIT 13`,
  alike: () => `
    SELECT f.id, f.library_id, f.folder_id, f.name, f.kind FROM unnest($1::uuid[]) AS mine(id)
    CROSS JOIN LATERAL files_alike(mine.id, lower($2), '{}', 200) a JOIN files f ON f.id = a.file_id
    ORDER BY a.likeness DESC, f.id LIMIT 13`,
};

/** What people type, as it grows under their hands, with the SQL that answers it. */
const typed: readonly (readonly [text: string, way: keyof typeof raw])[] = [
  ["im", "beginning"],
  ["img_2019", "beginning"],
  ["grandma", "beginning"],
  ["0712_18", "holding"],
  ["lake 17", "holding"],
  ["wa0042", "holding"],
  ["brthday", "alike"],
  ["no such name", "alike"],
];

/** Asks for all that is typed, one after another. @returns answers per second */
async function searchesPerSecond(ask: (text: string, way: keyof typeof raw) => Promise<unknown>) {
  const startedAt = performance.now();
  const rounds = 3;
  for (let round = 0; round < rounds; round += 1) for (const [text, way] of typed) await ask(text, way);
  return (rounds * typed.length * 1_000) / (performance.now() - startedAt);
}

async function askOurs(text: string) {
  const input = encodeURIComponent(JSON.stringify({ json: { text, limit: 12 } }));
  const answer = await fetch(`${app.url}/api/trpc/search.names?input=${input}`, {
    headers: { cookie: app.cookie },
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

const askRaw = (text: string, way: keyof typeof raw) => {
  const words = text.split(" ");
  return names.pool.query({
    name: way === "holding" ? `holding-${words.length}` : way,
    text: raw[way](words),
    values: [names.libraryIds, ...(way === "holding" ? words.map((word) => `%${word}%`) : [text])],
  });
};

const atSize = (size: number, label: string): Comparison => ({
  id: `R19 (names, ${label})`,
  ours: `global search over ${label} file names in three libraries: session, access, folders too`,
  comparator: "the SQL that gives each answer, through pg",
  gate: 0.5,
  goal: 0.83,
  unit: "searches/s",
  async measureComparator() {
    await names.growTo(size);
    return searchesPerSecond(askRaw);
  },
  measureOurs: () => searchesPerSecond(askOurs),
});

await compare(atSize(10_000, "10k"), atSize(100_000, "100k"), atSize(1_000_000, "1M"));
