import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySettings, LibrarySummary } from "@alcoves/core/libraries/schema";
import { useTranslations } from "next-intl";
import { ColumnPage } from "../shell/column-page.tsx";
import { LibraryNameForm } from "./library-name-form.tsx";
import { LibrarySwitches } from "./library-switches.tsx";
import { QuotaForm } from "./quota-form.tsx";
import { RemoveLibrary } from "./remove-library.tsx";

/** What the page of a library's settings shows. */
interface LibrarySettingsViewProps {
  library: LibrarySummary;
  settings: LibrarySettings;
}

/** Everything that is set for a library, and its end. */
export function LibrarySettingsView({ library, settings }: LibrarySettingsViewProps) {
  const t = useTranslations("libraries");
  const { libraryId } = library;
  return (
    <ColumnPage title={t("settingsOf", { name: library.name })}>
      <LibraryNameForm libraryId={libraryId} settings={settings} />
      <LibrarySwitches libraryId={libraryId} loaded={settings} />
      <QuotaForm library={library} settings={settings} />
      {isAllowed(library, "delete the library") && !library.isPersonal && <RemoveLibrary library={library} />}
    </ColumnPage>
  );
}
