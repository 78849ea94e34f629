import { z } from "zod";

/** Who may make an account: anyone, holders of an invite, nobody. */
export const RegistrationMode = z.enum(["open", "invite_only", "closed"]);
export type RegistrationMode = z.infer<typeof RegistrationMode>;

/** Every instance setting with its default: the shape of app_settings. */
export const InstanceSettings = z.object({ registrationMode: RegistrationMode.default("open") });
export type InstanceSettings = z.infer<typeof InstanceSettings>;

/** A change of some settings; the others stay. */
export const UpdateSettings = z.object({ registrationMode: RegistrationMode }).partial();
export type UpdateSettings = z.infer<typeof UpdateSettings>;
