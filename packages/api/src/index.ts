export { answerTrpc } from "./answer.ts";
export { type AppRouter, appRouter, type Caller, createCaller } from "./root.ts";
export type { ApiContext } from "./trpc.ts";
export type { UploadMetadata } from "./upload-metadata.ts";
