import { Folder, type LucideIcon, Settings, ShieldCheck } from "lucide-react";

/** A place of the app that the sidebar and the tabs lead to. */
export interface Destination {
  /** Its name among the messages of the shell. */
  name: "browse" | "settings" | "admin";
  href: string;
  Icon: LucideIcon;
}

/** @returns the places there are: those of a library when one is open, the admin for the owner of the instance */
export function destinations(libraryId: string | null, isInstanceOwner: boolean): Destination[] {
  const inLibrary: Destination[] =
    libraryId === null ? [] : [{ name: "browse", href: `/l/${libraryId}`, Icon: Folder }];
  const apart: Destination[] = isInstanceOwner ? [{ name: "admin", href: "/admin", Icon: ShieldCheck }] : [];
  return [...inLibrary, { name: "settings", href: "/settings", Icon: Settings }, ...apart];
}

/** @returns whether a page is the destination or below it */
export function isAt(pathname: string, { href }: Pick<Destination, "href">): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
