import { randomInt, randomUUID } from "node:crypto";
import type { DoorObject } from "@alcoves/core/access";
import { afterAll, describe, expect, it } from "vitest";
import { startTestInstance } from "../instance.ts";
import { makeCast } from "./cast.ts";
import { type Expected, expectedOf, type State } from "./expect.ts";
import { type ListedDoor, listDoors } from "./list-doors.ts";
import { createObjectMaker, missingId } from "./objects.ts";
import { type MatrixPrincipal, type PrincipalName, principals } from "./principals.ts";

// Each question comes from an address of its own: rate limits are proved elsewhere.
const instance = await startTestInstance({ environment: { ALCOVES_TRUSTED_PROXIES: "loopback" } });
afterAll(() => instance.close());
const cast = await makeCast(instance);
const objects = createObjectMaker(instance, cast);
const doors = listDoors(instance);

/** Every state of what a door is asked about. */
function statesOf({ row, isInLibrary }: ListedDoor): State[] {
  const trash = row.on === "file" || row.on === "folder" ? (["trashed"] as const) : [];
  // An account is in no library.
  const elsewhere = row.on === "user" ? [] : (["another library's"] as const);
  const ofObject = row.on ? (["own", ...elsewhere, ...trash, "missing"] as const) : [null];
  const inOwn = ofObject.map((object): State => ({ library: "own", object }));
  const own = row.on ? "own" : null;
  return isInLibrary
    ? [...inOwn, { library: "another", object: own }, { library: "missing", object: own }]
    : inOwn;
}

const libraryIds = { own: cast.libraryId, another: cast.anotherLibraryId, missing: missingId };

/** What questions are about. It serves until an act may have changed something: who is refused, or only reads, leaves all as it was. */
const standing = new Map<string, Promise<string>>();

async function stand() {
  if (standing.size === 0) await cast.restore();
  const keep = (key: string, make: () => Promise<string>) => {
    const made = standing.get(key) ?? make();
    standing.set(key, made);
    return made;
  };
  return {
    inviteToken: () => keep("invite", () => objects.makeInviteToken()),
    shareToken: () => keep("share", () => objects.makeShareToken()),
    albumShareToken: () => keep("album share", () => objects.makeAlbumShareToken()),
    sharedReference: async (token: string) => keep("reference", () => objects.referenceIn(token)),
    object(of: DoorObject, state: State["object"], askerId: string | null) {
      return keep(`${of}/${state}/${askerId}`, () => objects.make(of, state, askerId));
    },
  };
}

/** Asks at a door. A stream that opens is closed again. */
async function ask(door: ListedDoor, name: PrincipalName, state: State) {
  const { inviteToken, shareToken, albumShareToken, sharedReference, object } = await stand();
  const { method, path, headers, body } = door.request({
    id: door.row.on ? await object(door.row.on, state.object, cast.userIdOf(name)) : missingId,
    libraryId: libraryIds[state.library],
    unique: randomUUID(),
    inviteToken: await inviteToken(),
    shareToken: await shareToken(),
    albumShareToken: await albumShareToken(),
    sharedReference: await sharedReference(await albumShareToken()),
  });
  const end = new AbortController();
  const answer = await fetch(instance.url + path, {
    method,
    signal: end.signal,
    headers: {
      ...headers,
      ...cast.headersOf(name),
      "x-forwarded-for": Array.from({ length: 4 }, () => randomInt(1, 255)).join("."),
    },
    ...(body === undefined ? {} : { body }),
  });
  const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  const text = isStream ? await readRefusal(answer) : await answer.text();
  end.abort();
  const shape = [...answer.headers.keys()].filter((header) => header !== "date").sort();
  const inside = /"httpStatus":(\d+)/.exec(text)?.[1];
  const status = Number(inside ?? answer.status);
  if (method !== "GET" && outcomeOf(status, door) === "opens") standing.clear();
  return { status, told: told(text), shape };
}

/** A stream answers 200 before it is refused; one that opens says nothing more for a while. */
async function readRefusal({ body }: Response): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const quiet = new Promise<null>((resolve) => setTimeout(resolve, 1_500, null));
  while (reader && !text.includes("httpStatus")) {
    const part = await Promise.race([reader.read(), quiet]);
    if (!part?.value) break;
    text += part.value;
  }
  return text.includes("httpStatus") ? text : "";
}

/** What a refusal says, without what differs from one request to the next. */
function told(text: string): string {
  return text.replace(/"requestId":"[^"]*"/g, "").replace(/^.*event: serialized-error/s, "");
}

/** Those who have to be told the same: members of what is in their library, all others of the library itself. */
function listenerOf({ row }: ListedDoor, { role }: MatrixPrincipal, { library, object }: State): string {
  // Of what one began oneself one knows.
  if ((row.on === "upload" || row.on === "download") && object === "own") return "its beginner";
  return library === "own" && role !== null ? "a member" : "a stranger";
}

function outcomeOf(status: number, door: ListedDoor): Expected | number {
  const isLet = status < 400 || door.row.lets?.includes(status);
  return isLet ? "opens" : status;
}

const cells = doors.flatMap((door) =>
  statesOf(door).flatMap((state) => principals.map((principal) => ({ door, state, principal }))),
);
const stateCount = new Set(cells.map(({ state }) => `${state.library}/${state.object}`)).size;

describe("the access matrix", () => {
  it("has every door of the code", () => {
    console.info(
      `access matrix: ${doors.length} doors × ${principals.length} principals × up to ${stateCount} states = ${cells.length} questions`,
    );
    expect(doors.length).toBeGreaterThan(40);
  });

  it.each(doors.map((door) => [door.name, door] as const))(
    "%s",
    { timeout: 400_000 },
    async (_name, door) => {
      const wrong: string[] = [];
      const tellings = new Map<string, string>();
      for (const state of statesOf(door)) {
        for (const principal of principals) {
          const expected = expectedOf(door, principal, state);
          const { status, told, shape } = await ask(door, principal.name, state);
          const outcome = expected === "opens" ? outcomeOf(status, door) : status;
          const where = `${principal.name}, ${state.library} library, ${state.object ?? "no"} object`;
          if (outcome !== expected)
            wrong.push(`${where}: ${status} ${told.slice(0, 200)}, expected ${expected}`);
          if (expected !== 404) continue;
          // Whoever may not know of a thing is told the same of one that is not there.
          const listener = listenerOf(door, principal, state);
          const known = tellings.get(listener) ?? JSON.stringify({ told, shape });
          tellings.set(listener, known);
          if (JSON.stringify({ told, shape }) !== known)
            wrong.push(`${where}: told ${told}, others ${known}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
