import { addPerson, startTestInstance } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { listUsers } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

it("shows the owner of the instance every account by name, with what was last seen of it", async () => {
  const olga = await addPerson(instance, "Olga");
  const ada = await addPerson(instance, "ada");
  const bob = await addPerson(instance, "Bob");
  const seen = new Date("2026-01-02T03:04:05Z");
  await prisma.session.updateMany({ where: { userId: ada.userId }, data: { lastSeenAt: seen } });
  await prisma.session.deleteMany({ where: { userId: bob.userId } });
  await prisma.user.update({ where: { id: bob.userId }, data: { disabledAt: seen } });
  const users = await listUsers(olga.ctx);
  expect(users.map(({ name }) => name)).toEqual(["ada", "Bob", "Olga"]);
  expect(users[0]).toMatchObject({
    userId: ada.userId,
    email: ada.email,
    lastSeenAt: seen,
    disabledAt: null,
  });
  expect(users[1]).toMatchObject({ lastSeenAt: null, disabledAt: seen, isInstanceOwner: false });
  await expect(listUsers(ada.ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
