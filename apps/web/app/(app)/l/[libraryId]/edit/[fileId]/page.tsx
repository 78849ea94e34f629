import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Editor } from "../../../../../../features/editor/editor.tsx";
import { loadInLibrary } from "../../../../../../features/libraries/load-in-library.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editor");
  return { title: t("title") };
}

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
  // Nothing else has moments.
  if (loaded.file.kind !== "video" && loaded.file.kind !== "audio") notFound();
  return <Editor key={fileId} {...loaded} />;
}
