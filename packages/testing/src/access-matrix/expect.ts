import type { Audience } from "@alcoves/core/access";
import { type Role, roles } from "@alcoves/core/libraries/schema";
import { hasAccount, type MatrixPrincipal } from "./principals.ts";

/** What a door answers: it opens, or refuses with a status. */
export type Expected = "opens" | 401 | 403 | 404;

/** Which library is asked for, and which object in it. */
export interface State {
  readonly library: "own" | "another" | "missing";
  readonly object: "own" | "another library's" | "trashed" | "missing" | null;
}

/** What of the door the answer depends on. */
export interface MatrixDoor {
  readonly may: Audience;
  /** The least role that is shown what is in the trash; nobody where this is not said. */
  readonly inTrash?: Role | undefined;
  /** Below a library that the question names; otherwise the object names its library itself. */
  readonly isInLibrary: boolean;
  /** The status that a stranger without an account is refused with. */
  readonly toStrangers: 401 | 404;
}

/** The allow list, computed from the row alone: nothing here knows how the doors decide. */
export function expectedOf(door: MatrixDoor, principal: MatrixPrincipal, state: State): Expected {
  const { least, writes, inPerson, orInstanceOwner } = door.may;
  if (least === "anyone") return "opens";
  if (!hasAccount(principal)) return door.toStrangers;
  if (orInstanceOwner && principal.isInstanceOwner) return state.object === "missing" ? 404 : "opens";
  const isOfRole = least !== "account" && least !== "instance owner";
  const isForeign = state.library !== "own" || (!door.isInLibrary && state.object === "another library's");
  if (isOfRole && (isForeign || principal.role === null)) return 404;
  if (!isOfRole || door.isInLibrary || state.object === "own" || state.object === null) {
    if (!isEnough(least, principal)) return 403;
    if (inPerson && principal.shows !== "a session") return 403;
    if (writes && principal.shows === "a read token") return 403;
  }
  if (state.object === "trashed" && door.inTrash && isEnough(door.inTrash, principal)) return "opens";
  return state.object === "own" || state.object === null ? "opens" : 404;
}

function isEnough(least: Audience["least"], principal: MatrixPrincipal): boolean {
  if (least === "anyone" || least === "account") return true;
  if (least === "instance owner") return principal.isInstanceOwner;
  return principal.role !== null && roles.indexOf(principal.role) >= roles.indexOf(least);
}
