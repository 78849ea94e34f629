/** @returns the page that a viewer lies over: its path and query without the open file; as an address within the site */
export function pageUnderViewer({ pathname, search }: { pathname: string; search: string }): string {
  const query = new URLSearchParams(search);
  query.delete("file");
  query.delete("t");
  return query.size > 0 ? `${pathname}?${query}` : pathname;
}

/** @returns the address of that page with a file open over it */
export function openOver(pageHref: string, fileId: string): string {
  return `${pageHref}${pageHref.includes("?") ? "&" : "?"}file=${encodeURIComponent(fileId)}`;
}
