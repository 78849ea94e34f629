import { createDatabase } from "@alcoves/db";
import { seedRows } from "@alcoves/testing/seed";
import type { AppUnderTest } from "./app-under-test.ts";

/** Libraries of the seed by their size. */
const sizes = {
  "10k": { files: 10_000, name: "Ten thousand files" },
  "100k": { files: 100_000, name: "A hundred thousand files" },
  "1M": { files: 1_000_000, name: "A million files" },
} as const;

export type Size = keyof typeof sizes;

/** A library full of rows without bytes, and a member of it. */
export interface SeededLibrary {
  libraryId: string;
  userId: string;
  /** The folder that holds a tenth of all files. */
  folderId: string;
  files: number;
}

/** Some thumbhashes (hex) of gradients: their pictures are not asked for. */
const looks = [
  { widthPx: 4032, heightPx: 3024, thumbhash: "1fe801060780877878870888888788788f07" },
  { widthPx: 3024, heightPx: 4032, thumbhash: "9cd8050d0f7788778f877877787888870888" },
  { widthPx: 6000, heightPx: 4000, thumbhash: "21f8090e0787888878888878878788878808" },
];

/** Finds the library that an earlier bench of the run has filled, or fills it, and lets the person of the bench in as a viewer. */
export async function enterSeededLibrary(
  { databaseUrl, libraryId }: AppUnderTest,
  size: Size,
): Promise<SeededLibrary> {
  const { prisma } = createDatabase({ url: databaseUrl });
  const { files, name } = sizes[size];
  const { ownerId: userId } = await prisma.library.findUniqueOrThrow({ where: { id: libraryId } });
  const library =
    (await prisma.library.findFirst({ where: { name } })) ??
    (await prisma.library.create({ data: { name, emoji: "🗻", ownerId: userId } }));
  if (library.ownerId !== userId)
    await prisma.libraryMember.create({ data: { libraryId: library.id, userId, role: "viewer" } });
  const there = await prisma.file.count({ where: { libraryId: library.id } });
  if (there < files)
    await seedRows(prisma, {
      libraryId: library.id,
      userId: library.ownerId,
      seed: 1,
      looks,
      isSkewed: true,
      files,
    });
  const folder = await prisma.folder.findFirstOrThrow({
    where: { libraryId: library.id, name: "Everything at once" },
  });
  await prisma.$disconnect();
  return { libraryId: library.id, userId, folderId: folder.id, files };
}
