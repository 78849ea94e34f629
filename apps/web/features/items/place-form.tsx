"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** What asking for a place takes. */
interface PlaceFormProps {
  library: { libraryId: string; name: string };
  /** Folders that nothing goes into: those that go there themselves. */
  exceptIds: readonly string[];
  /** The words of the button that chooses the folder one is in. */
  action: string;
  isPending: boolean;
  /** @param folderId null for the top of the library */
  onChoose(folderId: string | null): void;
  onCancel(): void;
  /** What else is asked, above. */
  children?: ReactNode;
}

const row =
  "flex min-h-10 w-full min-w-0 items-center gap-3 rounded-control px-3 text-left hover:bg-[color-mix(in_srgb,var(--text)_6%,transparent)] focus-visible:-outline-offset-2";

/** Asks for a folder of a library: one goes into folders until one is where things belong. Mount one for each library. */
export function PlaceForm({ library, exceptIds, action, isPending, ...rest }: PlaceFormProps) {
  const t = useTranslations("items");
  const trpc = useTRPC();
  const [folderId, setFolderId] = useState<string | null>(null);
  const here = { libraryId: library.libraryId, folderId };
  const { data: folders } = useQuery(trpc.folders.list.queryOptions(here));
  const { data: path = [] } = useQuery(trpc.folders.path.queryOptions(here));
  const shown = folders?.filter((folder) => !exceptIds.includes(folder.folderId));
  const steps = [{ folderId: null, name: library.name }, ...path];
  return (
    // Keys are this form's alone: the page below has shortcuts of its own.
    <form
      noValidate
      onKeyDown={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        rest.onChoose(folderId);
      }}
      className="grid gap-4"
    >
      {rest.children}
      <ol aria-label={t("where")} className="flex min-w-0 flex-wrap items-center gap-x-1">
        {steps.map((step, place) => (
          <li key={step.folderId ?? "top"} className="flex min-w-0 items-center gap-1">
            {place > 0 && <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />}
            <button
              type="button"
              aria-current={step.folderId === folderId ? "location" : undefined}
              onClick={() => setFolderId(step.folderId)}
              className="truncate rounded-[4px] px-1 font-[550] aria-[current=location]:text-accent-text"
            >
              {step.name}
            </button>
          </li>
        ))}
      </ol>
      <ul aria-label={t("folders")} className="grid max-h-[40dvh] min-h-24 content-start overflow-y-auto">
        {shown?.map((folder) => (
          <li key={folder.folderId}>
            <button type="button" onClick={() => setFolderId(folder.folderId)} className={row}>
              <Folder aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0 text-accent" />
              <span className="min-w-0 flex-1 truncate">{folder.name}</span>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />
            </button>
          </li>
        ))}
        {shown?.length === 0 && <li className="px-3 py-2 text-muted">{t("noFolders")}</li>}
      </ul>
      <DialogActions action={action} onCancel={rest.onCancel} isDisabled={isPending} />
    </form>
  );
}
