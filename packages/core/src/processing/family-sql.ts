import type { TrackedJob } from "@alcoves/jobs";
import { trackedTables } from "./tracked-tables.ts";

/**
 * The statements of one status family. Names of tables and columns come from contracts alone, never from input.
 * Each takes parallel arrays of row ids ($1) and versions ($2), so that one round trip serves many jobs.
 */
export function familySql({ name, tracks: { row, column } }: TrackedJob) {
  const { table, news, fileId } = trackedTables[row];
  const asked = "unnest($1::uuid[], $2::int[]) AS asked(id, version)";
  const sameVersion = `t.id = asked.id AND t.${column}_version = asked.version`;
  const open = `t.${column}_status IN ('queued', 'processing')`;
  /** Tells listeners in the statement of the change itself. */
  const telling = (change: string, alongside = "") => `
    WITH changed AS (${change} RETURNING t.id, t.library_id, t.${fileId} AS file_id), told AS (
      INSERT INTO events (library_id, kind, file_id) SELECT library_id, '${news}', file_id FROM changed
    )${alongside}
    SELECT id, library_id AS "libraryId" FROM changed`;
  /** What has ended is open no more; a version asked for meanwhile stays. */
  const closing = `, closed AS (
      DELETE FROM open_jobs o USING ${asked}
      WHERE o.job = '${name}' AND o.row_id = asked.id AND o.version = asked.version
    )`;
  return {
    request: {
      name: `${name}-request`,
      text: `
        WITH asked AS (
          UPDATE ${table} t
          SET ${column}_version = ${column}_version + 1, ${column}_status = 'queued', ${column}_progress = 0,
              ${column}_eta_seconds = NULL, ${column}_error = NULL
          WHERE t.id = ANY($1::uuid[])
          RETURNING t.id, t.${column}_version AS version, t.library_id
        ), opened AS (
          INSERT INTO open_jobs (job, row_id, version) SELECT '${name}', id, version FROM asked
          ON CONFLICT (job, row_id) DO UPDATE SET version = excluded.version
        )
        SELECT id AS "rowId", version, library_id AS "libraryId" FROM asked`,
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
        SET ${column}_status = 'processing', ${column}_progress = $3::int, ${column}_eta_seconds = $4::int,
            ${column}_error = NULL
        FROM ${asked} WHERE ${sameVersion} AND ${open}`),
    },
    finish: {
      name: `${name}-finish`,
      text: telling(
        `
        UPDATE ${table} t
        SET ${column}_status = $3::job_status, ${column}_progress = 100, ${column}_eta_seconds = NULL,
            ${column}_error = NULL, ${column}_done_version = asked.version, updated_at = now()
        FROM ${asked} WHERE ${sameVersion} AND ${open}`,
        closing,
      ),
    },
    fail: {
      name: `${name}-fail`,
      text: telling(
        `
        UPDATE ${table} t
        SET ${column}_status = 'failed', ${column}_eta_seconds = NULL, ${column}_error = $3::text
        FROM ${asked} WHERE ${sameVersion} AND ${open}`,
        closing,
      ),
    },
    /** Of one row ($1); tells the version that was open. */
    stop: {
      name: `${name}-stop`,
      text: `
        WITH changed AS (
          UPDATE ${table} t
          SET ${column}_version = ${column}_version + 1, ${column}_status = 'failed', ${column}_eta_seconds = NULL,
              ${column}_error = $2::text
          WHERE t.id = $1::uuid AND ${open}
          RETURNING t.id, t.library_id, t.${fileId} AS file_id, t.${column}_version - 1 AS version
        ), closed AS (
          DELETE FROM open_jobs o USING changed WHERE o.job = '${name}' AND o.row_id = changed.id
        ), told AS (
          INSERT INTO events (library_id, kind, file_id) SELECT library_id, '${news}', file_id FROM changed
        )
        SELECT library_id AS "libraryId", version FROM changed`,
    },
    /** Goes back to the queue, and says what it waits for. */
    wait: {
      name: `${name}-wait`,
      text: telling(`
        UPDATE ${table} t
        SET ${column}_status = 'queued', ${column}_progress = 0, ${column}_eta_seconds = NULL, ${column}_error = $3::text
        FROM ${asked} WHERE ${sameVersion} AND ${open}
          AND (${column}_status = 'processing' OR ${column}_error IS DISTINCT FROM $3::text)`),
    },
    /** A page of what is open behind a row ($1), and whether its row says so too. */
    open: {
      name: `${name}-open`,
      text: `
        SELECT o.row_id AS "rowId", o.version, t.id IS NOT NULL AS "isOpen"
        FROM open_jobs o LEFT JOIN ${table} t ON t.id = o.row_id AND t.${column}_version = o.version AND ${open}
        WHERE o.job = '${name}' AND o.row_id > $1::uuid
        ORDER BY o.row_id LIMIT 500`,
    },
    /** Those that somebody writes at this moment are left to the next time. */
    forget: {
      name: `${name}-forget`,
      text: `
        DELETE FROM open_jobs WHERE job = '${name}' AND row_id IN (
          SELECT o.row_id FROM open_jobs o JOIN ${asked} ON o.row_id = asked.id AND o.version = asked.version
          WHERE o.job = '${name}' FOR UPDATE OF o SKIP LOCKED
        )`,
    },
  };
}
