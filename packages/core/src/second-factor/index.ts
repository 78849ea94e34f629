export { beginSecondFactor } from "./begin.ts";
export { confirmSecondFactor } from "./confirm.ts";
export { disableSecondFactor } from "./disable.ts";
export { getSecondFactor } from "./get.ts";
export { renewRecoveryCodes } from "./renew-recovery-codes.ts";
export {
  ConfirmSecondFactor,
  type NewSecondFactor,
  type RecoveryCodes,
  type SecondFactor,
} from "./schema.ts";
export { limitCodes, takeCode } from "./verify.ts";
