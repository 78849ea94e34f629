/** How long a token may live, as a person chooses it: days, or until it is revoked. */
export const tokenExpiries = ["30", "90", "365", "never"] as const;

/** One of the lives of a token. */
export type TokenExpiry = (typeof tokenExpiries)[number];

/** @returns the days of a choice; null for a token that lives until it is revoked */
export function expiryDays(expiry: TokenExpiry): number | null {
  return expiry === "never" ? null : Number(expiry);
}
