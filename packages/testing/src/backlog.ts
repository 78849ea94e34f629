import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { sharedMediaIn } from "./shared-media.ts";

/** One file of a backlog. */
export interface BacklogFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Real files larger than this would only make a trial longer, bytes. */
const largestRealBytes = 2_000_000;

/**
 * Files as people bring them, mixed: one in ten a video that needs a playable copy, one in ten broken, up to a half real photos
 * of the shared set where it is there, the rest generated.
 * @param count how many, at least 10 for one of each kind
 */
export async function makeBacklog(count: number): Promise<BacklogFile[]> {
  const folder = await mkdtemp(join(tmpdir(), "alcoves-backlog-"));
  try {
    const videos = await generate(folder, { count: Math.ceil(count / 10), kind: "avi" });
    const real = await realPhotos(Math.floor(count / 2));
    const broken = Math.ceil(count / 10);
    const pictures = await generate(folder, { count: count - videos.length - real.length, kind: "jpg" });
    const cut = pictures.slice(0, broken).map(({ name, bytes }) => ({
      name: `broken-${name}`,
      bytes: bytes.subarray(0, 600),
    }));
    return shuffled([...videos, ...real, ...cut, ...pictures.slice(broken)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function realPhotos(most: number): Promise<BacklogFile[]> {
  const paths = ["photos", "formats", "cameras", "orientation"].flatMap(sharedMediaIn);
  const found: BacklogFile[] = [];
  for (const path of paths) {
    if (found.length === most) break;
    if ((await stat(path)).size <= largestRealBytes) {
      found.push({ name: basename(path), bytes: await readFile(path) });
    }
  }
  return found;
}

/** No two alike: each is another moment of ffmpeg's test picture. */
async function generate(
  folder: string,
  { count, kind }: { count: number; kind: "jpg" | "avi" },
): Promise<BacklogFile[]> {
  const isFilm = kind === "avi";
  const source = isFilm ? `testsrc2=size=640x360:rate=25:duration=${count * 4}` : "testsrc2=size=1600x1200";
  const cutting = isFilm
    ? ["-c:v", "mpeg4", "-force_key_frames", "expr:gte(t,n_forced*4)", "-f", "segment", "-segment_time", "4"]
    : ["-frames:v", String(count), "-q:v", "3"];
  const input = ["-v", "error", "-f", "lavfi", "-i", source];
  execFileSync("ffmpeg", [...input, ...cutting, join(folder, `generated-%03d.${kind}`)]);
  const names = (await readdir(folder)).filter((name) => name.endsWith(kind)).slice(0, count);
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

/** The same order each time, with every kind spread over the whole. */
function shuffled(files: BacklogFile[]): BacklogFile[] {
  const step = [7, 11, 13, 17].find((each) => files.length % each !== 0) ?? 1;
  return files.map((_, index) => files[(index * step) % files.length]).filter((file) => file !== undefined);
}
