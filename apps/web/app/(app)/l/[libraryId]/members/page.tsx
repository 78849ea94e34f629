import { isAllowed } from "@alcoves/core/access/schema";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadInLibrary } from "../../../../../features/libraries/load-in-library.ts";
import { MembersView } from "../../../../../features/members/members-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members");
  return { title: t("title") };
}

/** Who belongs to a library, and how others come to. */
export default async function MembersPage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadInLibrary(`/l/${libraryId}/members`, async (caller) => {
    const library = await caller.libraries.get({ libraryId });
    const [me, members, invites] = await Promise.all([
      caller.accounts.me(),
      caller.members.list({ libraryId }),
      isAllowed(library, "manage members") ? caller.invites.list({ libraryId }) : null,
    ]);
    return { library, me, members, invites };
  });
  return <MembersView key={libraryId} {...loaded} />;
}
