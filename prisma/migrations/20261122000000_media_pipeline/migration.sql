-- AlterTable
ALTER TABLE "files" ADD COLUMN     "album" TEXT,
ADD COLUMN     "artist" TEXT,
ADD COLUMN     "captured_at_source" TEXT,
ADD COLUMN     "companion_of_id" UUID,
ADD COLUMN     "content_identifier" TEXT,
ADD COLUMN     "description" TEXT,
ADD COLUMN     "genre" TEXT,
ADD COLUMN     "hls_done_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "hls_error" TEXT,
ADD COLUMN     "hls_eta_seconds" INTEGER,
ADD COLUMN     "hls_progress" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "hls_status" "job_status" NOT NULL DEFAULT 'not_needed',
ADD COLUMN     "hls_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "is_360" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_animated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_web_playable" BOOLEAN,
ADD COLUMN     "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "loudness_lufs" DOUBLE PRECISION,
ADD COLUMN     "modified_at" TIMESTAMPTZ(3),
ADD COLUMN     "motion_done_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "motion_error" TEXT,
ADD COLUMN     "motion_eta_seconds" INTEGER,
ADD COLUMN     "motion_progress" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "motion_status" "job_status" NOT NULL DEFAULT 'not_needed',
ADD COLUMN     "motion_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rating" SMALLINT,
ADD COLUMN     "sprites_done_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sprites_error" TEXT,
ADD COLUMN     "sprites_eta_seconds" INTEGER,
ADD COLUMN     "sprites_progress" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "sprites_status" "job_status" NOT NULL DEFAULT 'not_needed',
ADD COLUMN     "sprites_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "title" TEXT,
ADD COLUMN     "track_number" INTEGER,
ADD COLUMN     "true_peak_dbtp" DOUBLE PRECISION,
ADD COLUMN     "variants_registry" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "variants_strikes" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "waveform_done_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "waveform_error" TEXT,
ADD COLUMN     "waveform_eta_seconds" INTEGER,
ADD COLUMN     "waveform_progress" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "waveform_status" "job_status" NOT NULL DEFAULT 'not_needed',
ADD COLUMN     "waveform_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "libraries" ADD COLUMN     "makes_streams" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "uploads" ADD COLUMN     "modified_at" TIMESTAMPTZ(3);

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_companion_of_id_fkey" FOREIGN KEY ("companion_of_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every change of a row goes into every index that holds it. Most files have nobody beside them, many lie in no folder, and one
-- without a hash is never looked for by it: none of these stand in an index.
DROP INDEX files_folder_id_idx;
CREATE INDEX files_in_folder ON files (folder_id) WHERE folder_id IS NOT NULL;
CREATE INDEX files_companions ON files (companion_of_id) WHERE companion_of_id IS NOT NULL;
DROP INDEX files_live_sha256;
CREATE INDEX files_live_sha256 ON files (library_id, sha256) WHERE trashed_at IS NULL AND sha256 IS NOT NULL;

-- What accompanies another file is in no listing.
DROP INDEX files_live_listing;
CREATE INDEX files_live_listing ON files (library_id, folder_id, (coalesce(captured_at, created_at)) DESC, id DESC)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL;

-- Sidecars and their files find each other by name, letter case aside; by its start too.
CREATE INDEX files_by_name ON files (library_id, lower(name) text_pattern_ops) WHERE trashed_at IS NULL;

-- The two parts of a live photo find each other by what Apple wrote into both.
CREATE INDEX files_live_pair ON files (library_id, content_identifier) WHERE content_identifier IS NOT NULL AND trashed_at IS NULL;

-- Photos and posters whose pictures are still to be made for the present sizes; of documents none were ever asked for.
CREATE INDEX files_to_warm ON files (variants_registry, id)
  WHERE trashed_at IS NULL AND variants_strikes < 3 AND variants_version > 0;

-- Videos whose library may be switched to have streams of them.
CREATE INDEX files_without_stream ON files (library_id, id) WHERE kind = 'video' AND hls_version = 0 AND trashed_at IS NULL;

-- What the transcoder has said of a file is true for ever; what it has not come to is read again.
UPDATE files SET is_web_playable = (proxy_status = 'not_needed')
 WHERE (kind = 'video' AND proxy_version > 0 AND proxy_status IN ('ready', 'not_needed'))
    OR (kind = 'audio' AND thumbnail_done_version > 0 AND proxy_status IN ('ready', 'not_needed'));
UPDATE files SET metadata_version = metadata_version + 1, metadata_status = 'queued'
 WHERE kind IN ('video', 'audio') AND is_web_playable IS NULL AND metadata_version > 0;
