export { getSettings } from "./get.ts";
export { readSettings } from "./read.ts";
export { InstanceSettings, UpdateSettings } from "./schema.ts";
export { updateSettings } from "./update.ts";
