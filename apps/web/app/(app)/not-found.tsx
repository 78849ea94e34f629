import { NotFoundPage } from "../../features/shell/not-found-page.tsx";
import { TopBar } from "../../features/shell/top-bar.tsx";

/** A library, folder or file that does not exist for the reader; the way to the others stays. */
export default function NotFound() {
  return (
    <>
      <TopBar>{null}</TopBar>
      <NotFoundPage />
    </>
  );
}
