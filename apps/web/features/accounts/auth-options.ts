import type { ApiContext } from "@alcoves/api";
import type { OpenedSession } from "@alcoves/core/accounts";
import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { inProcess } from "../../server/in-process.ts";
import { sessionCookieName } from "../../server/session-cookie.ts";
import { codeWanted } from "./code-wanted.ts";
import { enterByIdentity } from "./enter-by-identity.ts";
import { identityProvider } from "./identity-provider.ts";
import { logProviderTrouble } from "./refused-answer.ts";
import { safeCallbackUrl } from "./safe-callback-url";

/**
 * next-auth seals and reads the cookie; core checks passwords and keeps the sessions. The cookie holds the id of a session
 * row and nothing that a request is decided by.
 */
export function authOptions(
  request: Request,
  { onRateLimited }: { onRateLimited: (retryAfterSeconds: number) => void },
): NextAuthOptions {
  const {
    apiContext,
    signIn,
    signInWithPasskey,
    signOut,
    identityProviders,
    origin,
    sessionSecret,
    sessionSeconds,
  } = inProcess();
  const https = origin.startsWith("https:");

  /** Lets core open a session; what it refuses with is told to the browser. */
  async function open(enter: (core: ApiContext["core"]) => Promise<OpenedSession>): Promise<User> {
    const { core } = await apiContext(request.headers);
    const { userId, name, email, sessionId } = await enter(core).catch((error: unknown) => {
      const seconds = error instanceof Error && Reflect.get(error, "retryAfterSeconds");
      if (typeof seconds === "number") onRateLimited(seconds);
      return tellOnlyRefusals(error);
    });
    return { id: userId, name, email, sessionId };
  }

  return {
    secret: sessionSecret,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: https,
    cookies: {
      sessionToken: {
        name: sessionCookieName(origin),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: https },
      },
    },
    // Refusals are told to the person and counted by core; next-auth would log each wrong password as an error.
    logger: { error: logProviderTrouble, warn: () => {}, debug: () => {} },
    providers: [
      ...identityProviders.map(identityProvider),
      CredentialsProvider({
        credentials: { email: {}, password: {}, code: {} },
        authorize: (given) =>
          open((core) => {
            const { email = "", password = "", code } = given ?? {};
            return signIn(core, { email, password, code: code || undefined });
          }),
      }),
      CredentialsProvider({
        id: "passkey",
        credentials: { response: {} },
        authorize: (given) =>
          open((core) => signInWithPasskey(core, { response: readJson(given?.response) })),
      }),
    ],
    callbacks: {
      signIn: (coming) => enterByIdentity(request.headers, coming),
      jwt({ token, user }) {
        return user ? { ...token, sessionId: user.sessionId } : token;
      },
      redirect({ url }) {
        return new URL(safeCallbackUrl(url, origin), origin).href;
      },
    },
    events: {
      async signOut() {
        await signOut((await apiContext(request.headers)).core);
      },
    },
  };
}

/**
 * next-auth hands the message of what `authorize` throws to the browser. A refusal of core is made for people; of anything
 * else they learn that it was not their doing. Pages have their own copy of core's classes, so the name tells.
 */
function tellOnlyRefusals(error: unknown): never {
  if (error instanceof Error && error.name === "DomainError") {
    throw Reflect.get(error, "wants") === "second factor" ? new Error(codeWanted) : error;
  }
  throw new Error("The server cannot sign you in at the moment. Try again.");
}

/** @returns what a form field holds as JSON; null for anything else, which core refuses */
function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
