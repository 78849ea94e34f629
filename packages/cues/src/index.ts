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
export type { Hit } from "./hits.ts";
export { type Match, matchFilter, usualWindowMs } from "./match-filter.ts";
export { parseFilter } from "./parse-filter.ts";
