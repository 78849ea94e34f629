import type { Role } from "@alcoves/core/libraries/schema";

/** How somebody shows who they are. */
type Shows = "nothing" | "a session" | "a write token" | "a read token" | "what is no good any more";

/** One of those who ask at every door. */
export interface MatrixPrincipal {
  readonly name: string;
  readonly shows: Shows;
  /** What they are to the library that is asked for. */
  readonly role: Role | null;
  readonly isInstanceOwner: boolean;
}

const nobody = { role: null, isInstanceOwner: false } as const;
const ofOwner = { ...nobody, role: "owner" } as const;
const ofInstanceOwner = { ...nobody, isInstanceOwner: true } as const;

/** Everyone whom the matrix sends to every door. */
export const principals = [
  { ...nobody, name: "anonymous", shows: "nothing" },
  { ...nobody, name: "non-member", shows: "a session" },
  { ...nobody, name: "viewer", shows: "a session", role: "viewer" },
  { ...nobody, name: "contributor", shows: "a session", role: "contributor" },
  { ...nobody, name: "admin", shows: "a session", role: "admin" },
  { ...ofOwner, name: "owner", shows: "a session" },
  { ...ofInstanceOwner, name: "instance owner who is no member", shows: "a session" },
  { ...nobody, name: "former member", shows: "a session" },
  { ...ofOwner, name: "read token of the owner", shows: "a read token" },
  { ...ofOwner, name: "write token of the owner", shows: "a write token" },
  { ...nobody, name: "write token of a viewer", shows: "a write token", role: "viewer" },
  { ...nobody, name: "read token of a viewer", shows: "a read token", role: "viewer" },
  { ...ofInstanceOwner, name: "write token of the instance owner", shows: "a write token" },
  { ...ofInstanceOwner, name: "read token of the instance owner", shows: "a read token" },
  { ...nobody, name: "revoked token of the owner", shows: "what is no good any more" },
  { ...nobody, name: "expired token of the owner", shows: "what is no good any more" },
  { ...nobody, name: "disabled admin", shows: "what is no good any more" },
  { ...nobody, name: "write token of a disabled admin", shows: "what is no good any more" },
  { ...nobody, name: "ended session of the owner", shows: "what is no good any more" },
  { ...nobody, name: "expired session of the owner", shows: "what is no good any more" },
  { ...nobody, name: "made-up token", shows: "what is no good any more" },
] as const satisfies readonly MatrixPrincipal[];

/** The name of one of them. */
export type PrincipalName = (typeof principals)[number]["name"];

/** @returns whether they are somebody to the instance */
export function hasAccount({ shows }: MatrixPrincipal): boolean {
  return shows !== "nothing" && shows !== "what is no good any more";
}
