import { InLibrary } from "@alcoves/core/libraries";
import {
  ChangeRole,
  changeRole,
  handOver,
  leaveLibrary,
  listMembers,
  OneMember,
  removeMember,
} from "@alcoves/core/members";
import { libraryProcedure, router } from "../trpc.ts";

export const membersRouter = router({
  list: libraryProcedure("see its members", InLibrary).query(({ ctx }) => listMembers(ctx.core)),
  changeRole: libraryProcedure("manage members", ChangeRole).mutation(({ ctx, input }) =>
    changeRole(ctx.core, input),
  ),
  remove: libraryProcedure("manage members", OneMember).mutation(({ ctx, input }) =>
    removeMember(ctx.core, input),
  ),
  leave: libraryProcedure("leave the library", InLibrary).mutation(({ ctx }) => leaveLibrary(ctx.core)),
  handOver: libraryProcedure("hand over the library", OneMember).mutation(({ ctx, input }) =>
    handOver(ctx.core, input),
  ),
});
