import { TriangleAlert } from "lucide-react";

/** What is wrong with a form as a whole; read out when it appears. */
export function FormError({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p
      role="alert"
      className="flex items-start gap-2.5 rounded-control bg-[color-mix(in_srgb,#d0503f_12%,var(--background))] px-3 py-2.5 text-13"
    >
      <TriangleAlert aria-hidden="true" className="mt-px size-4 shrink-0 text-failed" />
      {message}
    </p>
  );
}
