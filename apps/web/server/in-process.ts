import type { ApiContext, Caller } from "@alcoves/api";
import type { IdentityProvider, MapTiles } from "@alcoves/config";
import type { Log } from "@alcoves/core";
import type { OpenedSession, SignIn } from "@alcoves/core/accounts";
import type {
  connectIdentity,
  describePendingLink,
  refuseAnswer,
  signInByIdentity,
} from "@alcoves/core/identities";

/**
 * What the HTTP process lends to Next's pages. Next bundles its own copies of modules, so pages reach the process's one
 * database pool and queue through this, and the bundle holds neither.
 */
export interface InProcess {
  createCaller(context: ApiContext): Caller;
  apiContext(headers: Headers): Promise<ApiContext>;
  signIn(ctx: ApiContext["core"], input: SignIn): Promise<OpenedSession>;
  signInWithPasskey(ctx: ApiContext["core"], input: { response: unknown }): Promise<OpenedSession>;
  signOut(ctx: ApiContext["core"]): Promise<void>;
  signInByIdentity: typeof signInByIdentity;
  refuseAnswer: typeof refuseAnswer;
  connectIdentity: typeof connectIdentity;
  describePendingLink: typeof describePendingLink;
  /** Name of the cookie that shows the password of a share was known. */
  proofCookieOf(token: string): string;
  /** With the secrets of our clients there: for the server alone. */
  identityProviders: readonly IdentityProvider[];
  /** Null where the map is its outline alone. */
  mapTiles: MapTiles | null;
  origin: string;
  sessionSecret: string;
  sessionSeconds: number;
  log: Log;
}

const place = Symbol.for("alcoves.in-process");

/** Called once, by the HTTP process before Next starts. */
export function lendInProcess(inProcess: InProcess): void {
  Reflect.set(globalThis, place, inProcess);
}

/** @throws when a page runs outside of the HTTP process */
export function inProcess(): InProcess {
  // Only lendInProcess writes to this symbol, and it is typed.
  const lent = Reflect.get(globalThis, place) as InProcess | undefined;
  if (!lent) throw new Error("Pages are served by apps/web/server.ts; `next start` alone does not run them.");
  return lent;
}
