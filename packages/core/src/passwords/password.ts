import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the parameters OWASP names first (19 MiB, 2 passes, 1 lane); about 30 ms of one core. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of no password, checked when the account does not exist, so that both cases take the same time. */
let decoy: Promise<string> | undefined;

/** @returns the Argon2id hash in PHC format */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/**
 * Takes the same time whether or not there is a hash to compare with.
 * @param passwordHash null when there is no such account, or it has no password
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}
