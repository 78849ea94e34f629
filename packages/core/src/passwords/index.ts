export { confirmPassword } from "./confirm-password.ts";
export { hashPassword, isPassword } from "./password.ts";
export { Confirmed } from "./schema.ts";
