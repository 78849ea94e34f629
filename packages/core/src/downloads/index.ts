export { FolderNames, safeName } from "./entry-names.ts";
export { openDownload } from "./open.ts";
export { prepareDownload } from "./prepare.ts";
export { pruneDownloads } from "./prune.ts";
export { PrepareDownload } from "./schema.ts";
export { writeZip, type ZipEntry } from "./write-zip.ts";
