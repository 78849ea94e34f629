-- CreateTable
CREATE TABLE "likenesses" (
    "file_id" UUID NOT NULL,
    "library_id" UUID NOT NULL,
    "perceptual_hash" BIGINT,
    "group_id" UUID,
    "is_settled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "likenesses_pkey" PRIMARY KEY ("file_id")
);

-- AddForeignKey
ALTER TABLE "likenesses" ADD CONSTRAINT "likenesses_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Groups of a library from the latest on, each with its files. A file that has met none is in none.
CREATE INDEX likenesses_groups ON likenesses (library_id, group_id, file_id) WHERE group_id IS NOT NULL;

-- Two hashes of 64 bits that differ in at most 7 have a quarter in which at most one bit differs: what is like a picture is found by the
-- four quarters of its hash, each as it is and with each of its bits turned.
CREATE INDEX likenesses_quarter_0 ON likenesses (library_id, ((perceptual_hash >> 48) & 65535)) WHERE perceptual_hash IS NOT NULL;
CREATE INDEX likenesses_quarter_1 ON likenesses (library_id, ((perceptual_hash >> 32) & 65535)) WHERE perceptual_hash IS NOT NULL;
CREATE INDEX likenesses_quarter_2 ON likenesses (library_id, ((perceptual_hash >> 16) & 65535)) WHERE perceptual_hash IS NOT NULL;
CREATE INDEX likenesses_quarter_3 ON likenesses (library_id, (perceptual_hash & 65535)) WHERE perceptual_hash IS NOT NULL;

-- A file that comes in meets its copies in the trash too: they may come back.
DROP INDEX files_live_sha256;
CREATE INDEX files_by_sha256 ON files (library_id, sha256) WHERE sha256 IS NOT NULL;

-- Copies that are there already: groups of at most 200. What pictures look like, upkeep finds out by and by.
INSERT INTO likenesses (file_id, library_id, group_id)
SELECT id, library_id, first_value(place.group_id) OVER (PARTITION BY library_id, sha256, place.part ORDER BY id)
FROM (
  SELECT id, library_id, sha256, uuid_v7() AS group_id, count(*) OVER (PARTITION BY library_id, sha256) AS copies,
         (row_number() OVER (PARTITION BY library_id, sha256 ORDER BY id) - 1) / 200 AS part
  FROM files WHERE sha256 IS NOT NULL AND purged_at IS NULL
) place
WHERE copies > 1;
