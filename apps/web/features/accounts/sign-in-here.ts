import { signIn } from "next-auth/react";

/** How signing in ended: `refused` has a sentence for the person. */
export type SignInEnd = { kind: "in" } | { kind: "refused"; message: string } | { kind: "unreachable" };

/** Opens a session in this browser by email and password. Never throws. */
export async function signInHere(email: string, password: string): Promise<SignInEnd> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (!answer) return { kind: "unreachable" };
    return answer.error ? { kind: "refused", message: answer.error } : { kind: "in" };
  } catch {
    return { kind: "unreachable" };
  }
}
