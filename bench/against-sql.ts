import pg from "pg";
import type { AppUnderTest } from "./app-under-test.ts";

/** Answers a second of one who asks again and again, over at least a second. */
async function perSecond(ask: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let answers = 0;
  do {
    await ask();
    answers += 1;
  } while (performance.now() - start < 1_000);
  return (answers * 1_000) / (performance.now() - start);
}

/** @returns what asks a procedure as a signed-in browser does and reads its answer whole: answers a second */
export function askApp({ url, cookie }: AppUnderTest, { path, input }: { path: string; input: object }) {
  const address = `${url}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
  return perSecond(async () => {
    const response = await fetch(address, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  });
}

/** A prepared statement on a connection of its own. */
interface Prepared {
  statement: { name: string; text: string };
  values: unknown[];
}

/** @returns what runs the same SQL through bare pg: answers a second */
export async function createBareSql({ databaseUrl }: AppUnderTest) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return ({ statement, values }: Prepared) => perSecond(() => client.query({ ...statement, values }));
}
