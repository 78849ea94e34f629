export { type Credentials, findPrincipal } from "./find-principal.ts";
export { getMe } from "./get-me.ts";
export { getRegistration, register } from "./register.ts";
export { CreateToken, type Me, Register, SignIn, type TokenSummary } from "./schema.ts";
export { type SignInOrigin, sessionSeconds, signIn, signOut } from "./sign-in.ts";
export { createToken, listTokens, revokeToken } from "./tokens.ts";
