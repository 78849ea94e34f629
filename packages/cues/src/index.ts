export { tidyCues, tidyText } from "./caption-text.ts";
export type { Cue, CueWord } from "./cue.ts";
export { type CueIndex, indexCues } from "./cue-index.ts";
export {
  defaultMinimum,
  type Filter,
  type FilterPrefix,
  type FilterTerm,
  filterPrefixes,
  mostCharacters,
  mostTerms,
  printFilter,
  printTerm,
} from "./filter.ts";
export { type FilterError, type FilterErrorCode, filterErrorMessage } from "./filter-error.ts";
export { foldText } from "./fold.ts";
export type { Hit } from "./hits.ts";
export { type Match, matchFilter, usualWindowMs } from "./match-filter.ts";
export { type MatchStats, statsOf } from "./match-stats.ts";
export { type Moment, type MomentShape, momentsOf } from "./moments.ts";
export { parseFilter } from "./parse-filter.ts";
export {
  type CaptionProblem,
  mostCaptionCharacters,
  mostCues,
  type ParsedCaptions,
} from "./parsed-captions.ts";
export { printPlainText } from "./plain-text.ts";
export { type FilterPreset, presets } from "./presets.ts";
export { parseSubRip, printSubRip } from "./sub-rip.ts";
export { parseWebVtt, printWebVtt } from "./web-vtt.ts";
