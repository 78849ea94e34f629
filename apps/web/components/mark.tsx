/** The mark of Alcoves: an arch with a niche in it, in the accent. Decoration: a name stands beside it. */
export function Mark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className} fill="none">
      <path d="M4 29V16a12 12 0 0 1 24 0v13h-5.5V16a6.5 6.5 0 0 0-13 0v13Z" className="fill-accent" />
      <path d="M12.5 29V16a3.5 3.5 0 0 1 7 0v13Z" className="fill-accent" opacity="0.45" />
    </svg>
  );
}
