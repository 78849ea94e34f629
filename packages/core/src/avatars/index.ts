export { removeAvatar, setAvatar } from "./change.ts";
export { type Avatar, findAvatar } from "./find.ts";
