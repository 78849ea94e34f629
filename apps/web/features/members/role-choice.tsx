"use client";

import { MemberRole, type MemberSummary } from "@alcoves/core/members/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { Menu, MenuChoice, MenuChoices } from "../../components/menu.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** What the choice takes. */
interface RoleChoiceProps {
  libraryId: string;
  member: MemberSummary & { role: MemberRole };
}

/** A member's role in plain words, to be changed. The choice shows at once and goes back when it was refused. */
export function RoleChoice({ libraryId, member }: RoleChoiceProps) {
  const t = useTranslations("members");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { userId, name } = member;
  const { mutate, variables, isPending } = useMutation(
    trpc.members.changeRole.mutationOptions({
      onSuccess: (_, { role }) => toast.success(t("changed", { name, role: t(`role.${role}`) })),
      onError: (error) => toast.error(error.message),
      onSettled: () => queryClient.invalidateQueries(trpc.members.list.queryFilter({ libraryId })),
    }),
  );
  const role = isPending ? variables.role : member.role;
  return (
    <Menu
      className="w-72"
      trigger={
        <Button variant="quiet" aria-label={t("roleOf", { name, role: t(`role.${role}`) })}>
          {t(`role.${role}`)}
          <ChevronDown aria-hidden="true" className="size-4 text-muted" />
        </Button>
      }
    >
      <MenuChoices
        value={role}
        onValueChange={(next) => mutate({ libraryId, userId, role: MemberRole.parse(next) })}
      >
        {MemberRole.options.map((option) => (
          <MenuChoice key={option} value={option}>
            <span className="min-w-0">
              <span className="block font-[550]">{t(`role.${option}`)}</span>
              <span className="block text-13 text-muted">{t(`roleText.${option}`)}</span>
            </span>
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  );
}
