import { basename, dirname } from "node:path";
import { signedPictureUrl } from "@alcoves/core/files";
import { uploadFile } from "@alcoves/testing/upload";
import { enterApp } from "./app-under-test.ts";
import { startBareServer } from "./bare-server.ts";
import { compare } from "./compare.ts";
import { cpuSeconds, processesWith } from "./cpu-time.ts";
import { makePhoto } from "./photo.ts";

const app = await enterApp();
const path = await makePhoto({ widthPx: 4_000, heightPx: 3_000 });
const fileId = await uploadFile(path, app);
const bare = await startBareServer("ipx", [dirname(path)]);
const ipxUrl = `${bare.url}/f_webp,q_80,s_1440x1440,fit_inside/${basename(path)}`;
/** Web and worker; PostgreSQL and Redis are not counted. */
const ourProcesses = processesWith("ALCOVES_DATA_PATH", app.dataPath);
const headers = { authorization: `Bearer ${app.token}` };
const atOnce = 4;
let made = 0;

const urlOf = (height: number) =>
  app.url + signedPictureUrl(app, { fileId, variantId: `w1440-h${height}-inside-q80.webp`, version: 1 });
/** Heights above the picture's own ask for the same work under an address that is not kept yet. */
const cold = () => urlOf(1440 + made++);
const kept = urlOf(1080);
const warm = () => kept;

interface Measured {
  perSecond: number;
  perCpuSecond: number;
}

async function load(
  urls: () => string,
  { requests, pids }: { requests: number; pids: number[] },
): Promise<Measured> {
  const cpu = () => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const [startedAt, cpuBefore] = [performance.now(), cpu()];
  let left = requests;
  const ask = async () => {
    while (left-- > 0) {
      const answer = await fetch(urls(), { headers });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return {
    perSecond: requests / ((performance.now() - startedAt) / 1_000),
    perCpuSecond: requests / (cpu() - cpuBefore),
  };
}

const ipx = (requests: number) => load(() => ipxUrl, { requests, pids: [bare.pid] });
const ours = (urls: () => string, requests: number) => load(urls, { requests, pids: ourProcesses });
const picture = "12-MP JPEG to 1440 px webp at quality 80, four at once";
const bounds = { comparator: "ipx 3.1.1, which keeps nothing", gate: 1, goal: 1.5 };

await compare(
  {
    ...bounds,
    id: "R3 (cold)",
    ours: `image route, cold, ${picture}`,
    unit: "requests/s",
    measureComparator: async () => (await ipx(12)).perSecond,
    measureOurs: async () => (await ours(cold, 12)).perSecond,
  },
  {
    ...bounds,
    id: "R3 (cold, CPU)",
    ours: `the same, by the processor time of web and worker`,
    unit: "requests/CPU-s",
    measureComparator: async () => (await ipx(12)).perCpuSecond,
    measureOurs: async () => (await ours(cold, 12)).perCpuSecond,
  },
  {
    ...bounds,
    id: "R3 (warm)",
    ours: `image route, warm, ${picture}`,
    unit: "requests/s",
    measureComparator: async () => (await ipx(12)).perSecond,
    measureOurs: async () => (await ours(warm, 2_000)).perSecond,
  },
  {
    ...bounds,
    id: "R3 (warm, CPU)",
    ours: `the same, by the processor time of web and worker`,
    unit: "requests/CPU-s",
    measureComparator: async () => (await ipx(12)).perCpuSecond,
    measureOurs: async () => (await ours(warm, 2_000)).perCpuSecond,
  },
);
