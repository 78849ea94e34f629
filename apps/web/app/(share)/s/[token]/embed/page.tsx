import { notFound } from "next/navigation";
import { loadShare } from "../../../../../features/shares/load-share.ts";
import { playableOf } from "../../../../../features/shares/playable.ts";
import { SharedPlayer } from "../../../../../features/shares/shared-player.tsx";

/** The player alone, for the frame of another site. */
export default async function EmbedRoute({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const share = await loadShare(token, null);
  const playable = share.isLocked || share.kind === "album" ? null : playableOf(share, token);
  if (!playable) notFound();
  return (
    <main className="grid h-dvh place-items-center bg-black">
      <SharedPlayer {...playable} className="size-full object-contain" />
    </main>
  );
}
