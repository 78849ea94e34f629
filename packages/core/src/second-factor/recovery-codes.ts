import { createHash, randomBytes } from "node:crypto";
import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";

const howMany = 10;
/** Characters of a code, 5 bits each: 50 bits together. */
const length = 10;
/** Crockford's base32: no letter looks like a digit. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** @returns a new code like `3kf9a-x07qm` */
function newCode(): string {
  const letters = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return `${letters.slice(0, length / 2)}-${letters.slice(length / 2)}`;
}

/** The SHA-256 under which a code is kept; what people may get wrong in copying (case, blanks, o for 0) makes no difference. */
export function recoveryCodeHashOf(code: string): Uint8Array<ArrayBuffer> {
  const bare = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
  return new Uint8Array(createHash("sha256").update(bare).digest());
}

/** Puts new codes in the place of all that there were. @returns them; only their hashes are kept */
export async function replaceRecoveryCodes(ctx: Transaction<Context>, userId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode);
  await ctx.db.recoveryCode.deleteMany({ where: { userId } });
  await ctx.db.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: recoveryCodeHashOf(code) })),
  });
  return codes;
}
