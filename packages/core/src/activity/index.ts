export { type ActivitySubjects, recordActivity } from "./record.ts";
