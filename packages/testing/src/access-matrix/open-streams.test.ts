import { createHash } from "node:crypto";
import { appRouter } from "@alcoves/api";
import { transaction } from "@alcoves/core";
import { recordEvent } from "@alcoves/core/events";
import { afterAll, describe, expect, it } from "vitest";
import { startTestInstance } from "../instance.ts";
import { addPerson, type TestPerson } from "../people.ts";

/** Doors are asked once; a stream stays open, and has to end when whoever listens may no more. */
const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const owner = await addPerson(instance, "Olga");
const longAgo = new Date(0);
const tokenHashOf = ({ token }: TestPerson) => createHash("sha256").update(token).digest();

/** Ways to lose a stream, and the status it ends with. */
const losses = {
  "the session was ended": {
    shows: "a session",
    status: 401,
    lose: ({ sessionId }) => prisma.session.delete({ where: { id: sessionId } }),
  },
  "the session has expired": {
    shows: "a session",
    status: 401,
    lose: ({ sessionId }) =>
      prisma.session.update({ where: { id: sessionId }, data: { expiresAt: longAgo } }),
  },
  "the token was revoked": {
    shows: "a token",
    status: 401,
    lose: (listener) => prisma.accessToken.delete({ where: { tokenHash: tokenHashOf(listener) } }),
  },
  "the token has expired": {
    shows: "a token",
    status: 401,
    lose: (listener) =>
      prisma.accessToken.update({
        where: { tokenHash: tokenHashOf(listener) },
        data: { expiresAt: longAgo },
      }),
  },
  "the account of the session was disabled": { shows: "a session", status: 401, lose: disable },
  "the account of the token was disabled": { shows: "a token", status: 401, lose: disable },
  "the member was removed": { shows: "a session", status: 404, lose: removeMember },
  "the member of the token was removed": { shows: "a token", status: 404, lose: removeMember },
} satisfies Record<
  string,
  {
    shows: "a session" | "a token";
    status: number;
    lose: (listener: TestPerson) => Promise<unknown>;
  }
>;

function disable({ userId }: TestPerson) {
  return prisma.user.update({ where: { id: userId }, data: { disabledAt: longAgo } });
}

function removeMember({ userId }: TestPerson) {
  return prisma.libraryMember.deleteMany({ where: { userId } });
}

// tRPC types them as a tree; what stands there is one flat record by path.
const procedures = Object.entries(
  appRouter._def.procedures as object as Record<string, { _def: { type: string } }>,
);
const streams = procedures.filter(([, { _def }]) => _def.type === "subscription").map(([path]) => path);

it("knows the streams of the code", () => {
  expect(streams).toContain("events.follow");
});

describe.each(streams)("%s", (path) => {
  it.each(Object.entries(losses))(
    "ends when %s",
    { timeout: 30_000 },
    async (_name, { shows, status, lose }) => {
      const listener = await addPerson(instance, "Lea");
      const { id: libraryId } = await prisma.library.create({
        data: { name: "Shared", emoji: "🏡", ownerId: owner.userId },
      });
      await prisma.libraryMember.create({ data: { libraryId, userId: listener.userId, role: "viewer" } });
      const happen = () =>
        transaction(owner.ctx, (ctx) =>
          recordEvent(ctx, { libraryId, kind: "file.created", fileId: libraryId }),
        );
      await happen();
      const input = encodeURIComponent(JSON.stringify({ json: { libraryId, lastEventId: "0-0" } }));
      const answer = await fetch(`${instance.url}/api/trpc/${path}?input=${input}`, {
        headers: {
          accept: "text/event-stream",
          ...(shows === "a session"
            ? { cookie: `test.session=${listener.sessionId}` }
            : { authorization: `Bearer ${listener.token}` }),
        },
      });
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
      if (!reader) throw new Error("the stream has no body");
      /** Reads until the text is there, or the stream is over. */
      let text = "";
      const readUntil = async (word: string) => {
        while (!text.includes(word)) {
          const { done, value } = await reader.read();
          if (done) return;
          text += value;
        }
      };
      await readUntil("file.created");
      text = "";
      await lose(listener);
      await happen();
      await readUntil("httpStatus");
      await reader.cancel();
      expect(text).toContain(`"httpStatus":${status}`);
      expect(text).not.toContain("file.created");
    },
  );
});
