export { type MoveListener, type MoveSummary, moveStorage, type StorageMove } from "./move.ts";
