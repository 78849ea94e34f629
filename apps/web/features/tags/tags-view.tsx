"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { TagSummary } from "@alcoves/core/tags/schema";
import { useQuery } from "@tanstack/react-query";
import { Plus, Tag as TagIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { EmptyList } from "../files/empty-list.tsx";
import { ListPage } from "../files/list-page.tsx";
import { MergeTagDialog } from "./merge-tag-dialog.tsx";
import { RemoveTagDialog } from "./remove-tag-dialog.tsx";
import { TagDialog } from "./tag-dialog.tsx";
import { TagRow } from "./tag-row.tsx";

/** What a person is about to do, and to which tag. */
type Asking = { act: "edit" | "merge" | "remove"; tag: TagSummary } | { act: "new" } | null;

/** The library's tags: how much has each, and what can be done with them. */
export function TagsView({ library, tags: first }: { library: LibrarySummary; tags: TagSummary[] }) {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const { libraryId } = library;
  const { data: tags } = useQuery(trpc.tags.list.queryOptions({ libraryId }, { initialData: first }));
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const tagOf = (act: "merge" | "remove") => (asking?.act === act ? asking.tag : null);
  const newTag = isAllowed(library, "make tags") && (
    <Button variant="quiet" onClick={() => setAsking({ act: "new" })}>
      <Plus aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
      {t("new")}
    </Button>
  );
  return (
    <ListPage title={t("title")} actions={newTag}>
      {tags.length === 0 ? (
        <EmptyList Icon={TagIcon} text={t("empty")} />
      ) : (
        <ul
          aria-label={t("title")}
          className="mx-auto mt-3 w-full max-w-[720px] divide-y divide-line rounded-card border border-line"
        >
          {tags.map((tag) => (
            <TagRow
              key={tag.tagId}
              libraryId={libraryId}
              tag={tag}
              onAsk={isAllowed(library, "change tags") ? (act) => setAsking({ act, tag }) : undefined}
              canMerge={tags.length > 1}
            />
          ))}
        </ul>
      )}
      <TagDialog
        libraryId={libraryId}
        tag={asking?.act === "edit" ? asking.tag : asking?.act === "new" ? "new" : null}
        onClose={close}
      />
      <MergeTagDialog {...{ libraryId, tags }} tag={tagOf("merge")} onClose={close} />
      <RemoveTagDialog libraryId={libraryId} tag={tagOf("remove")} onClose={close} />
    </ListPage>
  );
}
