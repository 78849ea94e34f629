import { parseArgs } from "node:util";
import { readConfig } from "@alcoves/config";
import { createServices } from "@alcoves/core";
import { renderImage } from "@alcoves/media/image";
import { seedBlobs } from "./seed/blobs.ts";
import { makeSeedPictures } from "./seed/pictures.ts";
import { seedRows } from "./seed.ts";

const usage = `npm run seed -- --library <id> --files <number>

Fills a library with files to try Alcoves with: rows of photos, videos and sound over twenty years, in folders, with tags, marks, places
and trash. The newest of them have pictures; all others show their blurred stand-in alone, and none but those can be opened.

  --library <id>     which one: the id stands in the address of its page
  --files <number>   how many it shall have of these, 1 to 10,000,000; with a larger number than before it grows
  --pictures <n>     how many have pictures, 2,000 unless said otherwise
  --skew             also lays up to 100,000 files into one second, and many into the same hours
  --seed <number>    another number makes other files, 1 unless said otherwise`;

const options = {
  library: { type: "string" },
  files: { type: "string" },
  pictures: { type: "string", default: "2000" },
  skew: { type: "boolean", default: false },
  seed: { type: "string", default: "1" },
} as const;

/** @returns the exit code: 2 for a command that cannot be carried out */
async function run(): Promise<number> {
  const { values } = parseArgs({ options });
  const [files, pictures, seed] = [values.files, values.pictures, values.seed].map(Number);
  const isNumber = (value: number | undefined, least: number): value is number =>
    Number.isInteger(value) && value !== undefined && value >= least && value <= 10_000_000;
  if (!values.library || !isNumber(files, 1) || !isNumber(pictures, 0) || !isNumber(seed, 0))
    return refuse(usage);
  const log = {
    info: () => {},
    warn: () => {},
    error: (fields: object, message: string) => console.error(message, fields),
  };
  const services = await createServices(readConfig(), { log, renderImage });
  const { prisma } = services.database;
  try {
    const library = await prisma.library.findFirst({
      where: { id: values.library },
      select: { id: true, name: true, ownerId: true },
    });
    if (!library)
      return refuse(`There is no library ${values.library}. Its id stands in the address of its page.`);
    const made = await makeSeedPictures(48, seed);
    const looks = made.map(({ widthPx, heightPx, thumbhash }) => ({ widthPx, heightPx, thumbhash }));
    await seedRows(prisma, {
      ...{ libraryId: library.id, userId: library.ownerId, seed, looks, isSkewed: values.skew, files },
      onProgress: (done) =>
        console.log(`${done.toLocaleString("en")} of ${files.toLocaleString("en")} files`),
    });
    const kept = await seedBlobs(services, { libraryId: library.id, count: pictures, pictures: made });
    console.log(
      `“${library.name}” is filled; the newest ${kept.toLocaleString("en")} of its files have pictures.`,
    );
    return 0;
  } finally {
    await services.close();
  }
}

function refuse(message: string): number {
  console.error(message);
  return 2;
}

process.exit(
  await run().catch((error: unknown) => {
    if (error instanceof TypeError) return refuse(`${error.message}\n\n${usage}`);
    throw error;
  }),
);
