export { createResetLink } from "./create-link.ts";
export { requestReset } from "./request.ts";
export { CreateResetLink, LookAtReset, RequestReset, ResetPassword } from "./schema.ts";
export { lookAtReset, resetPassword } from "./use.ts";
