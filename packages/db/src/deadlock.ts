/** @returns whether the database ended a transaction because two waited for each other (SQLSTATE 40P01): the same may work now */
export function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Error) || !error.name.startsWith("Prisma")) return false;
  return ("code" in error && error.code === "P2034") || /40P01|deadlock detected/.test(error.message);
}
