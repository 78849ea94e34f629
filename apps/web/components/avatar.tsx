import clsx from "clsx";

/** A person's initials in a circle. Decoration: the name stands beside it or labels its button. */
export function Avatar({ name, className = "size-8 text-12" }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "grid shrink-0 select-none place-items-center rounded-full bg-[linear-gradient(145deg,#c08a5c,#8a5a3c)] font-semibold text-white",
        className,
      )}
    >
      {initialsOf(name)}
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
