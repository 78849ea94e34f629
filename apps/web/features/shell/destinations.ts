import { Folder, type LucideIcon, Settings } from "lucide-react";

/** A place of the app that the sidebar and the tabs lead to. */
export interface Destination {
  /** Its name among the messages of the shell. */
  name: "browse" | "settings";
  href: string;
  Icon: LucideIcon;
}

/** @returns the places there are; those of a library only when one is open */
export function destinations(libraryId: string | null): Destination[] {
  const inLibrary: Destination[] =
    libraryId === null ? [] : [{ name: "browse", href: `/l/${libraryId}`, Icon: Folder }];
  return [...inLibrary, { name: "settings", href: "/settings", Icon: Settings }];
}

/** @returns whether a page is the destination or below it */
export function isAt(pathname: string, { href }: Pick<Destination, "href">): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
