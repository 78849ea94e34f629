"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { BrokenPage } from "../../features/shell/broken-page.tsx";

/** A page that could not be made, inside the app's frame. */
export default function ErrorPage({ reset }: { reset(): void }) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return <BrokenPage onRetry={retry} />;
}
