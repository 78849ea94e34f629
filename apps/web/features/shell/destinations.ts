import { isAllowed } from "@alcoves/core/access/schema";
import type { Me } from "@alcoves/core/accounts/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import {
  CircleUser,
  Folder,
  Heart,
  Images,
  type LucideIcon,
  ShieldCheck,
  SlidersHorizontal,
  Tag,
  Trash2,
  Users,
} from "lucide-react";

/** A place of the app that the sidebar and the tabs lead to. */
export interface Destination {
  /** Its name among the messages of the shell. */
  name: "browse" | "favourites" | "albums" | "tags" | "trash" | "members" | "library" | "account" | "admin";
  href: string;
  Icon: LucideIcon;
}

/** @returns the places in a library: its trash for who fills it, its members when it can have some, its settings for who may change them */
export function placesIn({
  libraryId,
  isPersonal,
  role,
}: Pick<LibrarySummary, "libraryId" | "isPersonal" | "role">): Destination[] {
  const browse: Destination = { name: "browse", href: `/l/${libraryId}`, Icon: Folder };
  const favourites: Destination = { name: "favourites", href: `/l/${libraryId}/favourites`, Icon: Heart };
  const albums: Destination = { name: "albums", href: `/l/${libraryId}/albums`, Icon: Images };
  const tags: Destination = { name: "tags", href: `/l/${libraryId}/tags`, Icon: Tag };
  const members: Destination = { name: "members", href: `/l/${libraryId}/members`, Icon: Users };
  const settings: Destination = {
    name: "library",
    href: `/l/${libraryId}/settings`,
    Icon: SlidersHorizontal,
  };
  const trash: Destination = { name: "trash", href: `/l/${libraryId}/trash`, Icon: Trash2 };
  const seesTrash = isAllowed({ role }, "see the trash");
  const changes = isAllowed({ role }, "change the library");
  return [
    browse,
    favourites,
    albums,
    tags,
    ...(seesTrash ? [trash] : []),
    ...(isPersonal ? [] : [members]),
    ...(changes ? [settings] : []),
  ];
}

/** Where everyone sets what is theirs. */
export const account: Destination = { name: "account", href: "/settings", Icon: CircleUser };

/** @returns the places outside of libraries: the admin is the instance owner's */
export function placesOutside({ isInstanceOwner }: Pick<Me, "isInstanceOwner">): Destination[] {
  return isInstanceOwner ? [account, { name: "admin", href: "/admin", Icon: ShieldCheck }] : [account];
}

/** @returns whether a page is the destination or below it; the folders of a library are below Browse, its other pages are not */
export function isAt(pathname: string, { name, href }: Pick<Destination, "name" | "href">): boolean {
  return pathname === href || pathname.startsWith(name === "browse" ? `${href}/f/` : `${href}/`);
}
