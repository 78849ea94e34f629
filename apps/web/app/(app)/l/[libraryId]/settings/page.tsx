import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LibrarySettingsView } from "../../../../../features/libraries/library-settings-view.tsx";
import { loadInLibrary } from "../../../../../features/libraries/load-in-library.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("libraries");
  return { title: t("settings") };
}

/** What is set for a library, for those who may change it. */
export default async function LibrarySettingsPage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadInLibrary(`/l/${libraryId}/settings`, async (caller) => {
    const [library, settings] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.libraries.settings({ libraryId }),
    ]);
    return { library, settings };
  });
  return <LibrarySettingsView key={libraryId} {...loaded} />;
}
