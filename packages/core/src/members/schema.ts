import { z } from "zod";
import { InLibrary, type Role } from "../libraries/schema.ts";

/** The roles a member can be given. There is one owner, who hands the library over. */
export const MemberRole = z.enum(["viewer", "contributor", "admin"]);
export type MemberRole = z.infer<typeof MemberRole>;

/** Names a member of a library. */
export const OneMember = InLibrary.extend({ userId: z.uuid() });
export type OneMember = z.infer<typeof OneMember>;

/** Gives a member another role. */
export const ChangeRole = OneMember.extend({ role: MemberRole });
export type ChangeRole = z.infer<typeof ChangeRole>;

/** Someone who belongs to a library. */
export interface MemberSummary {
  userId: string;
  name: string;
  /** Told to those who manage members; null for all others. */
  email: string | null;
  avatarUrl: string | null;
  role: Role;
  joinedAt: Date;
}
