import { z } from "zod";
import { Email, NewPassword } from "../accounts/schema.ts";

/** Asks for a link by mail. */
export const RequestReset = z.object({ email: Email });
export type RequestReset = z.infer<typeof RequestReset>;

/** What a link holds after its last slash. */
const ResetToken = z.string().max(200);

/** Looks at a link without using it. */
export const LookAtReset = z.object({ token: ResetToken });
export type LookAtReset = z.infer<typeof LookAtReset>;

/** Uses a link. */
export const ResetPassword = z.object({ token: ResetToken, password: NewPassword });
export type ResetPassword = z.infer<typeof ResetPassword>;

/** Names the account that a link is made for. */
export const CreateResetLink = z.object({ userId: z.uuid() });
export type CreateResetLink = z.infer<typeof CreateResetLink>;

/** A link that sets a new password, once. */
export interface ResetLink {
  url: string;
  expiresAt: Date;
}
