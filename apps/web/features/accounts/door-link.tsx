import Link from "next/link";
import type { ReactNode } from "react";

/** A link between signing in and registering that keeps where one was going. */
export function DoorLink({
  to,
  callbackUrl,
  children,
}: {
  to: string;
  callbackUrl: string | null;
  children: ReactNode;
}) {
  return (
    <Link
      href={callbackUrl ? { pathname: to, query: { callbackUrl } } : to}
      className="rounded-[4px] font-[550] text-accent-text underline-offset-4 hover:underline"
    >
      {children}
    </Link>
  );
}
