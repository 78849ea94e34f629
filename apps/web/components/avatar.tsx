"use client";

import clsx from "clsx";

/** What the picture of a person takes. */
interface AvatarProps {
  name: string;
  /** Where their picture is; null without one. */
  url: string | null;
  className?: string;
}

/** A person's picture in a circle, or their initials. Decoration: the name stands beside it or labels its button. */
export function Avatar({ name, url, className = "size-8 text-12" }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "relative grid shrink-0 select-none place-items-center overflow-hidden rounded-full bg-[linear-gradient(145deg,#c08a5c,#8a5a3c)] font-semibold text-white",
        className,
      )}
    >
      {initialsOf(name)}
      {/* Over the initials, which stay where the picture does not come. */}
      {url && (
        <img
          key={url}
          src={url}
          alt=""
          draggable={false}
          onError={({ currentTarget }) => {
            currentTarget.hidden = true;
          }}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}

/** @returns up to two capitals: of the first and the last word, whole characters in any script; "·" for an empty name */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== "");
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const initials = ends.flatMap((word = "") =>
    [...characters.segment(word)].slice(0, 1).map(({ segment }) => segment),
  );
  return initials.join("").toLocaleUpperCase() || "·";
}

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
