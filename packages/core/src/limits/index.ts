export { limit } from "./limit.ts";
