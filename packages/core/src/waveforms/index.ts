export { openWaveform, readWaveform } from "./open.ts";
export { saveWaveform } from "./save.ts";
