import { signIn } from "next-auth/react";
import { codeWanted } from "./code-wanted.ts";

/** How signing in ended: `refused` has a sentence for the person, `code wanted` means that the password was right. */
export type SignInEnd =
  | { kind: "in" }
  | { kind: "code wanted" }
  | { kind: "refused"; message: string }
  | { kind: "unreachable" };

/** Opens a session in this browser by email, password and, where it is wanted, a code. Never throws. */
export function signInHere(proof: { email: string; password: string; code?: string }): Promise<SignInEnd> {
  return signInBy("credentials", proof);
}

/** Opens a session in this browser by what an authenticator signed. Never throws. */
export function signInByPasskey(response: object): Promise<SignInEnd> {
  return signInBy("passkey", { response: JSON.stringify(response) });
}

/** @param provider of next-auth, which core stands behind */
async function signInBy(
  provider: "credentials" | "passkey",
  proof: Record<string, string>,
): Promise<SignInEnd> {
  try {
    const answer = await signIn(provider, { ...proof, redirect: false });
    if (!answer) return { kind: "unreachable" };
    if (!answer.error) return { kind: "in" };
    return answer.error === codeWanted ? { kind: "code wanted" } : { kind: "refused", message: answer.error };
  } catch {
    return { kind: "unreachable" };
  }
}
