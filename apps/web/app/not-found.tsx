import { NotFoundPage } from "../features/shell/not-found-page.tsx";

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col">
      <NotFoundPage />
    </main>
  );
}
