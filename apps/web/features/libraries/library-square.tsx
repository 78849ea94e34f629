import clsx from "clsx";

/** A library's emoji on a square. Decoration: the name stands beside it. */
export function LibrarySquare({
  emoji,
  className = "size-8 text-15",
}: {
  emoji: string;
  className?: string;
}) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "grid shrink-0 select-none place-items-center rounded-control bg-selection leading-none",
        className,
      )}
    >
      {emoji}
    </span>
  );
}
