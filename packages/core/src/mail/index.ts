export { createMailer } from "./create-mailer.ts";
export type { Letter, Mailer } from "./schema.ts";
