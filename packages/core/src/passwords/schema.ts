import { z } from "zod";

/** What an act takes that only the person themself may do: the password again, for an account that has one. */
export const Confirmed = z.object({ password: z.string().max(200).optional() });
export type Confirmed = z.infer<typeof Confirmed>;
