-- What is open stands in a list of its own. In partial indexes over files it made every step of a job a change of all indexes that
-- hold the row, because their conditions look at columns that each step writes.
CREATE TABLE "open_jobs" (
    "job" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "open_jobs_pkey" PRIMARY KEY ("job","row_id")
);
INSERT INTO open_jobs (job, row_id, version)
SELECT 'file-hash', id, hash_version FROM files
 WHERE hash_version <> hash_done_version AND hash_status IN ('queued', 'processing')
UNION ALL
SELECT 'file-metadata', id, metadata_version FROM files
 WHERE metadata_version <> metadata_done_version AND metadata_status IN ('queued', 'processing')
UNION ALL
SELECT 'file-variants', id, variants_version FROM files
 WHERE variants_version <> variants_done_version AND variants_status IN ('queued', 'processing')
UNION ALL
SELECT 'video-proxy', id, proxy_version FROM files
 WHERE proxy_version <> proxy_done_version AND proxy_status IN ('queued', 'processing')
UNION ALL
SELECT 'video-thumbnail', id, thumbnail_version FROM files
 WHERE thumbnail_version <> thumbnail_done_version AND thumbnail_status IN ('queued', 'processing');
DROP INDEX files_open_hash;
DROP INDEX files_open_metadata;
DROP INDEX files_open_variants;
DROP INDEX files_open_proxy;
DROP INDEX files_open_thumbnail;
DROP TABLE "outbox";
