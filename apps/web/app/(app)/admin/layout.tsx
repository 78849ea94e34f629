import type { ReactNode } from "react";
import { AdminFrame } from "../../../features/admin/admin-frame.tsx";
import { requireOwner } from "../../../features/admin/require-owner.ts";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireOwner("/admin");
  return <AdminFrame>{children}</AdminFrame>;
}
