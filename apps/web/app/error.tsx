"use client";

import { BrokenPage } from "../features/shell/broken-page.tsx";

/** A page outside of the app's frame that could not be made. */
export default function ErrorPage({ reset }: { reset(): void }) {
  return (
    <main className="flex min-h-dvh flex-col">
      <BrokenPage onRetry={reset} />
    </main>
  );
}
