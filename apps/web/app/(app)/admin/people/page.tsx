import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleList } from "../../../../features/admin/people-list.tsx";
import { requireOwner } from "../../../../features/admin/require-owner.ts";
import { serverCaller } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("people") };
}

export default async function PeoplePage() {
  await requireOwner("/admin/people");
  const caller = await serverCaller();
  return <PeopleList loaded={await caller.users.list()} />;
}
