import { isAllowed } from "@alcoves/core/access/schema";
import type { Me } from "@alcoves/core/accounts/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import {
  CircleUser,
  Clapperboard,
  Copy,
  Folder,
  GalleryVertical,
  Heart,
  LibraryBig,
  type LucideIcon,
  Map as MapIcon,
  ShieldCheck,
  SlidersHorizontal,
  Tags,
  Trash2,
  Users,
} from "lucide-react";

/** A place of the app that the sidebar and the tabs lead to. */
export interface Destination {
  /** Its name among the messages of the shell. */
  name: PlaceInLibrary | "account" | "admin";
  href: string;
  Icon: LucideIcon;
}

type PlaceInLibrary =
  | "browse"
  | "timeline"
  | "favourites"
  | "albums"
  | "moments"
  | "map"
  | "tags"
  | "duplicates"
  | "trash"
  | "members"
  | "library";

/** The places of a library from top to bottom, by their paths below it; one without a page is not listed. */
const places: readonly { name: PlaceInLibrary; path: string; Icon: LucideIcon; hasPage: boolean }[] = [
  { name: "browse", path: "", Icon: Folder, hasPage: true },
  { name: "timeline", path: "/timeline", Icon: GalleryVertical, hasPage: true },
  { name: "favourites", path: "/favourites", Icon: Heart, hasPage: true },
  { name: "albums", path: "/albums", Icon: LibraryBig, hasPage: true },
  { name: "moments", path: "/moments", Icon: Clapperboard, hasPage: true },
  { name: "map", path: "/map", Icon: MapIcon, hasPage: true },
  { name: "tags", path: "/tags", Icon: Tags, hasPage: true },
  { name: "duplicates", path: "/duplicates", Icon: Copy, hasPage: true },
  { name: "trash", path: "/trash", Icon: Trash2, hasPage: true },
  { name: "members", path: "/members", Icon: Users, hasPage: true },
  { name: "library", path: "/settings", Icon: SlidersHorizontal, hasPage: true },
];

/** @returns the places in a library: its duplicates and its trash for who may throw away, its members when it can have some, its settings for who may change them */
export function placesIn({
  libraryId,
  isPersonal,
  role,
}: Pick<LibrarySummary, "libraryId" | "isPersonal" | "role">): Destination[] {
  const isFor: Partial<Record<PlaceInLibrary, boolean>> = {
    duplicates: isAllowed({ role }, "move files to the trash"),
    trash: isAllowed({ role }, "see the trash"),
    members: !isPersonal,
    library: isAllowed({ role }, "change the library"),
  };
  return places
    .filter(({ name, hasPage }) => hasPage && isFor[name] !== false)
    .map(({ name, path, Icon }) => ({ name, href: `/l/${libraryId}${path}`, Icon }));
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
