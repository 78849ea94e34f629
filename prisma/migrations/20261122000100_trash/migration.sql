-- AlterTable
ALTER TABLE "files" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- The trash, what lies there longest, and what was deleted for good and still has bytes.
CREATE INDEX files_trash ON files (library_id, trashed_at DESC, id DESC)
  WHERE trashed_at IS NOT NULL AND purged_at IS NULL AND companion_of_id IS NULL;
CREATE INDEX files_trash_by_age ON files (trashed_at) WHERE trashed_at IS NOT NULL AND purged_at IS NULL;
CREATE INDEX files_purged ON files (id) WHERE purged_at IS NOT NULL;
