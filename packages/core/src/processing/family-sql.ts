import type { TrackedJob } from "@alcoves/jobs";

const tables = { file: "files" } as const;

/**
 * The statements of one status family. Names of tables and columns come from contracts alone, never from input.
 * Each takes parallel arrays of row ids ($1) and versions ($2), so that one round trip serves many jobs.
 */
export function familySql({ name, tracks: { row, column } }: TrackedJob) {
  const table = tables[row];
  const asked = "unnest($1::uuid[], $2::int[]) AS asked(id, version)";
  const sameVersion = `t.id = asked.id AND t.${column}_version = asked.version`;
  const open = `t.${column}_status IN ('queued', 'processing')`;
  /** Tells listeners in the statement of the change itself. */
  const telling = (change: string) => `
    WITH changed AS (${change} RETURNING t.id, t.library_id)
    INSERT INTO events (library_id, kind, file_id)
    SELECT library_id, 'file.changed', id FROM changed
    RETURNING file_id AS id, library_id AS "libraryId"`;
  return {
    /** Asks and posts in one: the id and the payload are those that the contract's `dedupe` and schema give. */
    request: {
      name: `${name}-request`,
      text: `
        WITH asked AS (
          UPDATE ${table} t
          SET ${column}_version = ${column}_version + 1, ${column}_status = 'queued', ${column}_progress = 0,
              ${column}_eta_seconds = NULL, ${column}_error = NULL
          WHERE t.id = ANY($1::uuid[])
          RETURNING t.id, t.${column}_version AS version, t.library_id
        ), posted AS (
          INSERT INTO outbox (job, job_id, payload)
          SELECT '${name}', id || '-' || version, jsonb_build_object('rowId', id, 'version', version) FROM asked
        )
        SELECT DISTINCT library_id AS "libraryId" FROM asked`,
    },
    /** Only reads: a job that is done within a second never needs to be shown at work. */
    claim: {
      name: `${name}-claim`,
      text: `SELECT t.id FROM ${table} t JOIN ${asked} ON ${sameVersion} WHERE ${open}`,
    },
    report: {
      name: `${name}-report`,
      text: telling(`
        UPDATE ${table} t
        SET ${column}_status = 'processing', ${column}_progress = $3::int, ${column}_eta_seconds = $4::int
        FROM ${asked} WHERE ${sameVersion} AND ${open}`),
    },
    finish: {
      name: `${name}-finish`,
      text: telling(`
        UPDATE ${table} t
        SET ${column}_status = $3::job_status, ${column}_progress = 100, ${column}_eta_seconds = NULL,
            ${column}_error = NULL, ${column}_done_version = asked.version, updated_at = now()
        FROM ${asked} WHERE ${sameVersion} AND ${open}`),
    },
    fail: {
      name: `${name}-fail`,
      text: telling(`
        UPDATE ${table} t
        SET ${column}_status = 'failed', ${column}_eta_seconds = NULL, ${column}_error = $3::text
        FROM ${asked} WHERE ${sameVersion} AND ${open}`),
    },
    open: {
      name: `${name}-open`,
      text: `
        SELECT t.id, t.${column}_version AS version FROM ${table} t
        WHERE t.${column}_version <> t.${column}_done_version AND ${open} AND t.id > $1::uuid
        ORDER BY t.id LIMIT 500`,
    },
  };
}
