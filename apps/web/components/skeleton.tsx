import clsx from "clsx";

/** A grey shape where words will be. */
export function Skeleton({ className }: { className: string }) {
  return (
    <span aria-hidden="true" className={clsx("block animate-pulse rounded-[4px] bg-raised", className)} />
  );
}
