export { changeRole } from "./change-role.ts";
export { handOver } from "./hand-over.ts";
export { leaveLibrary } from "./leave.ts";
export { listMembers } from "./list.ts";
export { removeMember } from "./remove.ts";
export { ChangeRole, OneMember } from "./schema.ts";
