export { clipBytes, openClip, saveClip, withMomentSource } from "./clip.ts";
export { exportMoments } from "./export.ts";
export { listMoments } from "./list.ts";
export { mayChangeMoment } from "./rows.ts";
export { saveMoments } from "./save.ts";
export { OneMoment, SaveMoments, SearchMoments, SomeMoments } from "./schema.ts";
export { findMoments, searchMoments } from "./search.ts";
export { stopExport } from "./stop-export.ts";
export { sweepMoments } from "./sweep.ts";
