export { addComment } from "./add.ts";
export { editComment } from "./edit.ts";
export { listComments } from "./list.ts";
export { removeComment } from "./remove.ts";
export { resolveComment } from "./resolve.ts";
export { AddComment, EditComment, OneComment, ResolveComment } from "./schema.ts";
