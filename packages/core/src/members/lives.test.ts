import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { createInvite, redeemInvite } from "../invites/index.ts";
import { createLibrary } from "../libraries/index.ts";
import type { Role } from "../libraries/schema.ts";
import { changeRole, handOver, leaveLibrary, listMembers, removeMember } from "./index.ts";
import { MemberRole } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());

/** A second passes between any two looks at the clock: what came first is never a matter of milliseconds. */
let second = Date.now();
const services = {
  ...instance.services,
  clock: () => {
    second += 1_000;
    return new Date(second);
  },
};

const names = ["Olga", "Adam", "Cleo", "Vera"] as const;
type Name = (typeof names)[number];
const people = new Map<Name, TestPerson>();
for (const name of names) people.set(name, await addPerson(instance, name));

/** Something that somebody tries, whether they may or not. */
interface Act {
  does: "invites" | "joins" | "changes" | "removes" | "leaves" | "hands over";
  actor: Name;
  target: Name;
  role: MemberRole;
}

const act = fc.record<Act>({
  does: fc.constantFrom("invites", "joins", "changes", "removes", "leaves", "hands over"),
  actor: fc.constantFrom(...names),
  target: fc.constantFrom(...names),
  role: fc.constantFrom(...MemberRole.options),
});

/** How every life begins, so that there is somebody to change, to remove and to hand over to. */
const beginning = names
  .slice(1)
  .map((actor): Act => ({ does: "joins", actor, target: "Olga", role: "viewer" }));
const raised: Act = { does: "changes", actor: "Olga", target: "Adam", role: "admin" };

/** What a library's members are by the rules as a person would tell them: nothing here knows of rows, locks or transactions. */
class Model {
  readonly roles = new Map<Name, Role>([["Olga", "owner"]]);
  /** Whom the newest invite does not mean, because they were removed after it was made. */
  readonly shutOut = new Set<Name>();

  /** @returns what the act answers, having done it when it may be done */
  try({ does, actor, target, role }: Act): "done" | "NOT_FOUND" | "FORBIDDEN" | "CONFLICT" {
    const { roles, shutOut } = this;
    const mine = roles.get(actor);
    if (does === "joins") {
      if (mine) return "done";
      if (shutOut.has(actor)) return "CONFLICT";
      roles.set(actor, "viewer");
      return "done";
    }
    if (!mine) return "NOT_FOUND";
    if (does === "leaves") {
      if (mine === "owner") return "FORBIDDEN";
      roles.delete(actor);
      return "done";
    }
    const manages = mine === "owner" || mine === "admin";
    if (does === "hands over" ? mine !== "owner" : !manages) return "FORBIDDEN";
    if (does === "invites") {
      shutOut.clear();
      return "done";
    }
    if (roles.get(target) === "owner") return "FORBIDDEN";
    if (!roles.has(target)) return "NOT_FOUND";
    if (target === actor) return "FORBIDDEN";
    if (does === "changes") roles.set(target, role);
    if (does === "removes") {
      roles.delete(target);
      shutOut.add(target);
    }
    if (does === "hands over") {
      roles.set(actor, "admin");
      roles.set(target, "owner");
    }
    return "done";
  }
}

function personOf(name: Name): TestPerson {
  const person = people.get(name);
  if (!person) throw new Error(`${name} is nobody`);
  // From an address of its own each time: limits on guessing links are proved elsewhere.
  const address = crypto.randomUUID();
  return { ...person, ctx: { ...person.ctx, services, origin: { address, userAgent: null } } };
}

/** A library with an invite, and every act on it as the product does it. */
async function startLibrary() {
  const olga = personOf("Olga");
  const { libraryId } = await createLibrary(olga.ctx, { name: "Family", emoji: "🏡" });
  const invite = async ({ ctx }: { ctx: Context }) => {
    const inside = await enterLibrary(ctx, libraryId, "manage members");
    return (await createInvite(inside, { libraryId, maxUses: null, expiresInDays: null })).token;
  };
  let token = await invite(olga);

  async function perform({ does, actor, target, role }: Act): Promise<void> {
    const { ctx } = personOf(actor);
    const member = { libraryId, userId: personOf(target).userId };
    if (does === "joins") await redeemInvite(ctx, { token });
    if (does === "invites") token = await invite({ ctx });
    if (does === "leaves") await leaveLibrary(await enterLibrary(ctx, libraryId, "leave the library"));
    if (does === "hands over")
      await handOver(await enterLibrary(ctx, libraryId, "hand over the library"), member);
    if (does !== "changes" && does !== "removes") return;
    const inside = await enterLibrary(ctx, libraryId, "manage members");
    await (does === "changes" ? changeRole(inside, { ...member, role }) : removeMember(inside, member));
  }

  return {
    async try(act: Act): Promise<string> {
      try {
        await perform(act);
        return "done";
      } catch (error) {
        if (error instanceof DomainError) return error.code;
        throw error;
      }
    },
    /** What everyone is, asked at the door of each. */
    async roles(): Promise<Map<Name, Role>> {
      const found = new Map<Name, Role>();
      for (const name of names) {
        const inside = await enterLibrary(personOf(name).ctx, libraryId, "see its members").catch(() => null);
        if (!inside) continue;
        found.set(name, inside.access.role);
        expect((await listMembers(inside)).filter(({ role }) => role === "owner")).toHaveLength(1);
      }
      return found;
    },
  };
}

it("whatever members try in whatever order, each act answers and leaves everyone as the rules say", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 20, size: "max" }), async (acts) => {
      const [model, library] = [new Model(), await startLibrary()];
      for (const act of [...beginning, raised, ...acts]) {
        expect(await library.try(act), JSON.stringify(act)).toBe(model.try(act));
      }
      const byName = (roles: Map<Name, Role>) => Object.fromEntries([...roles].sort());
      expect(byName(await library.roles())).toEqual(byName(model.roles));
    }),
    { numRuns: 60 },
  );
}, 120_000);
