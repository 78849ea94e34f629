export { checkStorage } from "./check.ts";
export type { CheckListener, CheckOptions } from "./running-check.ts";
