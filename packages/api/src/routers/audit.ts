import { ListAudit, listAudit } from "@alcoves/core/audit";
import { instanceOwnerProcedure, router } from "../trpc.ts";

export const auditRouter = router({
  list: instanceOwnerProcedure.input(ListAudit).query(({ ctx, input }) => listAudit(ctx.core, input)),
});
