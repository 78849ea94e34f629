/**
 * How often one key may do what: the whole table. Keys are addresses, accounts, or links. Whoever guesses is slowed to
 * where guessing is hopeless; a household behind one address is not in its way.
 */
export const limits = {
  "sign-in from an address": { times: 15, perSeconds: 300 },
  "sign-in to an account": { times: 15, perSeconds: 300 },
  "sign-in code of an account": { times: 10, perSeconds: 300 },
  "confirm a password": { times: 10, perSeconds: 300 },
  register: { times: 2, perSeconds: 300 },
  "forgot password from an address": { times: 5, perSeconds: 900 },
  "forgot password of an account": { times: 3, perSeconds: 900 },
  "look at a reset link": { times: 30, perSeconds: 300 },
  "change of a picture": { times: 10, perSeconds: 300 },
  "look at an invite": { times: 60, perSeconds: 300 },
  /** Of those that open nothing alone: whoever watches asks for every part of a clip. */
  "look at a share": { times: 60, perSeconds: 300 },
  /** Each may make ten thousand pictures. */
  "archive of a share": { times: 10, perSeconds: 300 },
  "password of a share": { times: 10, perSeconds: 300 },
} as const satisfies Record<string, { times: number; perSeconds: number }>;

/** What is limited. */
export type LimitName = keyof typeof limits;
