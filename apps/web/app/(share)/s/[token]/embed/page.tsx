import { notFound } from "next/navigation";
import { loadShare } from "../../../../../features/shares/load-share.ts";
import { SharedPlayer } from "../../../../../features/shares/shared-player.tsx";

/** The player alone, for the frame of another site. */
export default async function EmbedRoute({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const share = await loadShare(token);
  if (share.isLocked || share.clip === "processing") notFound();
  return (
    <main className="grid h-dvh place-items-center bg-black">
      <SharedPlayer {...{ share, token }} className="size-full object-contain" />
    </main>
  );
}
