/** Codes that say the server is not there, or going: SQLSTATE (PostgreSQL, appendix A), Prisma's and Node's. */
const codes =
  /^(08...|57P0[1-5]|53300|P100[128]|P1017|P2024|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOST|ENET)/;

/** What pg says, which has no code for it, and how Prisma's adapter wraps the rest. */
const words =
  /not queryable|Connection terminated|connection timeout|timeout exceeded when trying to connect|closed the connection|Code: `(08...|57P0[1-5]|53300)`/;

/** @returns whether a query failed because the server did not answer, so that the same may work later */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const ofDatabase = error.name.startsWith("Prisma") || "severity" in error || fromPg.test(error.stack ?? "");
  const code = "code" in error ? String(error.code) : "";
  return ofDatabase && (codes.test(code) || words.test(error.message));
}

/** Errors of a connection are Node's own; only their way tells whose connection it was. */
const fromPg = /node_modules\/(pg|pg-pool|@prisma)\//;
