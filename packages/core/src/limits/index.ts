export { limit, requireWithin } from "./limit.ts";
