import { createContext, type Services } from "@alcoves/core";
import { strikeOut } from "@alcoves/core/variants";
import { fileVariants, type Job, TrackedPayload, warmVariants } from "@alcoves/jobs";

/**
 * What a file that killed its worker three times leads to: pre-warming lets its pictures be, or it would kill one every hour.
 * Never rejects.
 */
export async function afterDeath(services: Services, contract: Job, payload: unknown): Promise<void> {
  const fileId = fileOf(contract, payload);
  if (!fileId) return;
  const ctx = createContext(services, { kind: "system", job: "upkeep" });
  await strikeOut(ctx, fileId).catch((error: unknown) =>
    services.log.error(
      { error, fileId },
      "a deadly file could not be set aside; its next death is counted again",
    ),
  );
}

function fileOf(contract: Job, payload: unknown): string | undefined {
  if (contract.name === fileVariants.name) return TrackedPayload.safeParse(payload).data?.rowId;
  if (contract.name === warmVariants.name) return warmVariants.payload.safeParse(payload).data?.fileId;
  return undefined;
}
