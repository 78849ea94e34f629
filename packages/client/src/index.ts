export { type AlcovesClient, type ClientOptions, createAlcovesClient } from "./create-client.ts";
export type { UploadRequest } from "./upload-file.ts";
