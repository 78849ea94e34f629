export { clustersQuery, showClusters } from "./clusters.ts";
export { listMapFiles } from "./files.ts";
export { foldMapCounts } from "./fold-counts.ts";
export { ListMapFiles, ShowClusters } from "./schema.ts";
