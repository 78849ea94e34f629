export { listUsers } from "./list.ts";
