export { clipBytes, openClip, saveClip, withMomentSource } from "./clip.ts";
export { exportMoments } from "./export.ts";
export { listMoments } from "./list.ts";
export { mayChangeMoment } from "./rows.ts";
export { saveMoments } from "./save.ts";
export { ExportMoments, OneMoment, SaveMoments } from "./schema.ts";
export { stopExport } from "./stop-export.ts";
export { sweepMoments } from "./sweep.ts";
