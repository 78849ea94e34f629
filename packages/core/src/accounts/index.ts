export { changePassword } from "./change-password.ts";
export { type Credentials, findPrincipal, requireStillIn } from "./find-principal.ts";
export { getMe } from "./get-me.ts";
export { lockRegistration, makeAccount, RegistrationRefused } from "./make-account.ts";
export { type OpenedSession, openSession, sessionSeconds } from "./open-session.ts";
export { changeEmail, changeName, changePreferences } from "./profile.ts";
export { refuseSignIn } from "./refuse-sign-in.ts";
export { getRegistration, register } from "./register.ts";
export {
  ChangeEmail,
  ChangeName,
  ChangePassword,
  ChangePreferences,
  CreateToken,
  Email,
  type Me,
  NewPassword,
  OneSession,
  Register,
  type SessionSummary,
  SignIn,
  type TokenSummary,
} from "./schema.ts";
export { endOtherSessions, endSession, endSessionsOf, listSessions, signOut } from "./sessions.ts";
export { signIn } from "./sign-in.ts";
export { createToken, listTokens, revokeToken } from "./tokens.ts";
export { lockWaysIn, requireWayIn } from "./way-in.ts";
