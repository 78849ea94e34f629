export { createRestApp, type RestOptions } from "./app.ts";
export type { DeclaredRoute, RestContext, RestEnv } from "./door.ts";
