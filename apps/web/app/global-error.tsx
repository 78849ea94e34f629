"use client";

import "./globals.css";

/** The last resort, when not even the frame of all pages could be made; it relies on nothing, not on messages either. */
export default function GlobalError({ reset }: { reset(): void }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
        <h1 className="font-semibold text-24">Something went wrong</h1>
        <p className="text-muted">Alcoves could not start this page. Your files are safe.</p>
        <button
          type="button"
          onClick={reset}
          className="h-9 rounded-control bg-accent px-4 font-[550] text-on-accent"
        >
          Try again
        </button>
      </body>
    </html>
  );
}
