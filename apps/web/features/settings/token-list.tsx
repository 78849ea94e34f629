"use client";

import type { TokenSummary } from "@alcoves/core/accounts/schema";
import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { CreateTokenDialog } from "./create-token-dialog.tsx";
import { RevokeTokenDialog } from "./revoke-token-dialog.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useTokenNote } from "./use-token-note.ts";

/** The personal access tokens, with ways to make and revoke them. */
export function TokenList({ loaded }: { loaded: TokenSummary[] }) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const noteOf = useTokenNote();
  const { data: tokens } = useQuery(
    trpc.accounts.listTokens.queryOptions(undefined, { initialData: loaded }),
  );
  const [isCreating, setIsCreating] = useState(false);
  const [revoking, setRevoking] = useState<TokenSummary | null>(null);
  return (
    <SettingsSection
      title={t("tokens")}
      text={t("tokensText")}
      action={
        <Button onClick={() => setIsCreating(true)}>
          <Plus aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          {t("newToken")}
        </Button>
      }
    >
      {tokens.length === 0 ? (
        <p className="flex items-center gap-3 rounded-card border border-line border-dashed px-4 py-5 text-muted">
          <KeyRound aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          {t("noTokens")}
        </p>
      ) : (
        <ul aria-label={t("tokens")} className="divide-y divide-line rounded-card border border-line">
          {tokens.map((token) => (
            <li key={token.tokenId} className="flex items-center gap-4 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="truncate font-[550]">{token.name}</p>
                <p className="text-13 text-muted">{noteOf(token)}</p>
              </div>
              <Button
                variant="quiet"
                aria-label={t("revokeNamed", { name: token.name })}
                onClick={() => setRevoking(token)}
                className="text-failed"
              >
                {t("revoke")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <CreateTokenDialog open={isCreating} onOpenChange={setIsCreating} />
      <RevokeTokenDialog token={revoking} onClose={() => setRevoking(null)} />
    </SettingsSection>
  );
}
