export { confirmPassword } from "./confirm-password.ts";
export { requireGoodPassword } from "./good-password.ts";
export { hashPassword, isPassword } from "./password.ts";
export { Confirmed } from "./schema.ts";
