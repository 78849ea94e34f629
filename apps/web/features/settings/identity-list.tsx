"use client";

import type { IdentitySummary } from "@alcoves/core/identities/schema";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import type { IdentityChoice } from "../accounts/identity-choices.ts";
import { IdentityIcon } from "../accounts/identity-icon.tsx";
import { useLeaveForProvider } from "../accounts/use-leave-for-provider.ts";
import { SettingsSection } from "./settings-section.tsx";

/** What the list takes. */
interface IdentityListProps {
  loaded: IdentitySummary[];
  choices: IdentityChoice[];
  /** What went wrong on the way back from a provider. */
  children?: ReactNode;
}

/** The identities that sign in to the account; nothing where there are none and none can be connected. */
export function IdentityList({ loaded, choices, children }: IdentityListProps) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: identities } = useQuery(
    trpc.identities.list.queryOptions(undefined, { initialData: loaded }),
  );
  const { leave, leavingFor } = useLeaveForProvider("/settings/security");
  const nameOf = (provider: string) => choices.find(({ id }) => id === provider)?.name ?? provider;
  const disconnect = useMutation(
    trpc.identities.disconnect.mutationOptions({
      onSuccess: (_, { identityId }) => {
        const gone = identities.find((identity) => identity.identityId === identityId);
        toast.success(t("disconnected", { name: nameOf(gone?.provider ?? "") }));
      },
      onError: (error) => toast.error(error.message),
      onSettled: () => queryClient.invalidateQueries(trpc.identities.list.queryFilter()),
    }),
  );
  if (choices.length === 0 && identities.length === 0) return null;
  const open = choices.filter(({ id }) => !identities.some(({ provider }) => provider === id));
  return (
    <SettingsSection title={t("identities")} text={t("identitiesText")}>
      {children}
      {identities.length > 0 && (
        <ul aria-label={t("identities")} className="divide-y divide-line rounded-card border border-line">
          {identities.map((identity) => (
            <IdentityRow
              key={identity.identityId}
              identity={identity}
              name={nameOf(identity.provider)}
              isGoing={disconnect.isPending && disconnect.variables.identityId === identity.identityId}
              onDisconnect={() => disconnect.mutate({ identityId: identity.identityId })}
            />
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <div className="flex flex-wrap gap-2.5 [ul+&]:mt-4">
          {open.map(({ id, name }) => (
            <Button key={id} disabled={leavingFor !== null} onClick={() => leave(id)}>
              <IdentityIcon provider={id} />
              <span className="truncate">{t("connect", { provider: name })}</span>
            </Button>
          ))}
        </div>
      )}
    </SettingsSection>
  );
}

/** What a row takes. */
interface IdentityRowProps {
  identity: IdentitySummary;
  name: string;
  isGoing: boolean;
  onDisconnect: () => void;
}

function IdentityRow({ identity, name, isGoing, onDisconnect }: IdentityRowProps) {
  const t = useTranslations("settings");
  const format = useFormatter();
  const since = t("connectedOn", { date: format.dateTime(identity.createdAt, { dateStyle: "medium" }) });
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <IdentityIcon provider={identity.provider} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-[550] first-letter:uppercase">{name}</p>
        <p className="break-words text-13 text-muted">
          {[identity.email, since].filter(Boolean).join(" · ")}
        </p>
      </div>
      <Button
        variant="quiet"
        aria-label={t("disconnectNamed", { name })}
        disabled={isGoing}
        onClick={onDisconnect}
        className="text-failed"
      >
        {t("disconnect")}
      </Button>
    </li>
  );
}
