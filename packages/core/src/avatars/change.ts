import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { avatarKey, avatarPrefix } from "@alcoves/storage";
import { requireAccount, requireWriter } from "../access/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { sniffFile } from "../files/index.ts";
import { limit } from "../limits/index.ts";
import { scratchPath } from "../scratch.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { reasonIn } from "../variants/index.ts";
import { tooLarge, withReceived } from "./receive.ts";
import { avatarSpec, avatarUrlOf, largestAvatar, largestAvatarUpload } from "./schema.ts";

/** A drawing that brings along what could run. None of it would: pictures are made anew. But it is no picture of a person. */
const activeDrawing = /<script|<foreignObject|javascript:|\son[a-z]+\s*=/i;

/**
 * Takes a new picture of the person: any image, from which a square of 512 px is made, upright and without metadata.
 * @param body the bytes of an image
 * @returns where the picture is
 * @throws TOO_LARGE above 25 MB, INVALID for what is no picture, RATE_LIMITED after too many
 */
export async function setAvatar(ctx: Context, body: Readable): Promise<{ avatarUrl: string | null }> {
  const { userId } = requireAccount(ctx);
  requireWriter(ctx);
  await limit(ctx, "change of a picture", userId);
  const received = { body, maxBytes: largestAvatarUpload };
  const picture = await withReceived(ctx, received, (path) => render(ctx, path));
  const { storage } = ctx.services;
  const { before, avatarVersion } = await transaction(ctx, async (ctx) => {
    const before = await lockVersion(ctx, userId);
    await removeAll(ctx, { userId, but: before });
    // No version comes twice, also after the picture was removed: browsers keep what they once saw under an address.
    const avatarVersion = randomInt(1, 2 ** 31);
    await storage.write(avatarKey({ userId, version: avatarVersion }), picture, {
      contentType: "image/webp",
    });
    await ctx.db.user.update({ where: { id: userId }, data: { avatarVersion } });
    return { before, avatarVersion };
  });
  if (before !== null) await storage.remove(avatarKey({ userId, version: before }));
  return { avatarUrl: avatarUrlOf({ id: userId, avatarVersion }) };
}

/** Removes the person's picture. Idempotent. */
export async function removeAvatar(ctx: Context): Promise<void> {
  const { userId } = requireAccount(ctx);
  requireWriter(ctx);
  await transaction(ctx, async (ctx) => {
    await lockVersion(ctx, userId);
    await removeAll(ctx, { userId, but: null });
    await ctx.db.user.update({ where: { id: userId }, data: { avatarVersion: null } });
  });
}

async function render({ services }: Context, sourcePath: string): Promise<Buffer> {
  const { mimeType, kind } = await sniffFile(sourcePath);
  if (kind !== "photo") {
    throw new DomainError(
      "INVALID",
      "This is not an image that can be shown. Choose a photo, such as a JPEG or PNG.",
    );
  }
  if (mimeType === "image/svg+xml" && activeDrawing.test(await readFile(sourcePath, "utf8"))) {
    throw new DomainError(
      "INVALID",
      "This drawing holds a program. Choose a photo, or a drawing without one.",
    );
  }
  try {
    const scratchDir = scratchPath(services);
    const picture = await services.renderImage({ sourcePath, mimeType, spec: avatarSpec, scratchDir });
    if (picture.length >= largestAvatar) throw tooLarge(largestAvatar);
    return picture;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const reason = reasonIn(error);
    if (reason) throw new DomainError("INVALID", `${reason} Choose another picture.`, { cause: error });
    const sentence = "The picture could not be made just now. Try again in a moment.";
    throw new DomainError("UNAVAILABLE", sentence, { cause: error });
  }
}

/** Changes of one person's picture go one after the other. @returns the version that stands */
async function lockVersion(ctx: Transaction<Context>, userId: string): Promise<number | null> {
  await ctx.db.$queryRaw`SELECT FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  return user.avatarVersion;
}

/** Removes the person's pictures but one: also what a change that was cut off has left. */
async function removeAll(
  { services }: Context,
  { userId, but }: { userId: string; but: number | null },
): Promise<void> {
  const kept = but === null ? null : avatarKey({ userId, version: but });
  for await (const key of services.storage.list(avatarPrefix(userId))) {
    if (key !== kept) await services.storage.remove(key);
  }
}
