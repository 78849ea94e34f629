import { Editor } from "../../../../../../features/editor/editor.tsx";
import { loadInLibrary } from "../../../../../../features/libraries/load-in-library.ts";

/** The editor of a video or sound. */
export default async function EditorPage({
  params,
}: {
  params: Promise<{ libraryId: string; fileId: string }>;
}) {
  const { libraryId, fileId } = await params;
  const loaded = await loadInLibrary(`/l/${libraryId}/edit/${fileId}`, async (caller) => {
    const [library, file, moments, comments] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.files.get({ libraryId, fileId }),
      caller.moments.list({ libraryId, fileId }),
      caller.comments.list({ libraryId, fileId }),
    ]);
    return { library, file, moments, comments };
  });
  return <Editor key={fileId} {...loaded} />;
}
