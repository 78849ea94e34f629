export { createRestApp, type RestOptions } from "./app.ts";
export type { DeclaredRoute, RestContext, RestEnv } from "./door.ts";
export { createOriginReader } from "./read-origin.ts";
