export { connected } from "./connected.ts";
export { meetCopies, meetCopiesOf, meetLookAlikes } from "./meet.ts";
