export { pruneUndos } from "./prune.ts";
export { undoAct } from "./undo-act.ts";
