import { notFound } from "next/navigation";
import { loadInLibrary } from "../../../../../../features/libraries/load-in-library.ts";
import { TagView } from "../../../../../../features/tags/tag-view.tsx";

/** What has a tag. */
export default async function TagPage({ params }: { params: Promise<{ libraryId: string; tagId: string }> }) {
  const { libraryId, tagId } = await params;
  const { tags, ...loaded } = await loadInLibrary(`/l/${libraryId}/tags/${tagId}`, async (caller) => {
    const [library, tags, folders, firstPage] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.tags.list({ libraryId }),
      caller.tags.folders({ libraryId, tagId }),
      caller.tags.files({ libraryId, tagId }),
    ]);
    return { library, tags, folders, firstPage };
  });
  const tag = tags.find((each) => each.tagId === tagId);
  if (!tag) notFound();
  return <TagView key={tagId} {...loaded} tag={tag} />;
}
