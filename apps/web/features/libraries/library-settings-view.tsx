import type { LibrarySettings, LibrarySummary } from "@alcoves/core/libraries/schema";
import { useTranslations } from "next-intl";
import { TopBar } from "../shell/top-bar.tsx";
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
    <>
      <TopBar>
        <h1 className="truncate font-semibold text-15">{t("settingsOf", { name: library.name })}</h1>
      </TopBar>
      <div className="mx-auto w-full max-w-[720px] px-5 pb-16 max-md:px-4">
        <LibraryNameForm libraryId={libraryId} settings={settings} />
        <LibrarySwitches libraryId={libraryId} loaded={settings} />
        <QuotaForm library={library} settings={settings} />
        {library.role === "owner" && !library.isPersonal && <RemoveLibrary library={library} />}
      </div>
    </>
  );
}
