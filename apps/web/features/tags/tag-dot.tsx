import { tagColors } from "@alcoves/core/tags/schema";

/** How each colour of the palette looks, on dark and light grounds alike. */
const looks: Record<(typeof tagColors)[number], string> = {
  red: "#dd4b42",
  orange: "#e07a2f",
  amber: "#d19a1c",
  lime: "#8aa82a",
  green: "#3f9c62",
  teal: "#2a9d94",
  cyan: "#2f9ec2",
  blue: "#4a83d8",
  indigo: "#6d6fd8",
  violet: "#9463cf",
  pink: "#cf5a9a",
  stone: "#8a8279",
};

/** @returns a colour of the palette as CSS. @param color its place there */
export function cssColorOf(color: number): string {
  return looks[tagColors[color] ?? "stone"];
}

/** The colour of a tag beside its name. @param color its place in the palette */
export function TagDot({ color }: { color: number }) {
  return (
    <span
      aria-hidden="true"
      className="inline-block size-3 shrink-0 rounded-full"
      style={{ backgroundColor: cssColorOf(color) }}
    />
  );
}
