export { showClusters } from "./clusters.ts";
export { listMapFiles } from "./files.ts";
export { ListMapFiles, ShowClusters } from "./schema.ts";
