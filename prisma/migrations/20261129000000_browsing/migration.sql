-- By hand: the column is made of others, which the schema language has no word for. A camera's local time stands in captured_at as if it
-- were UTC where it did not say its offset.
ALTER TABLE "files" ADD COLUMN     "filed_at" TIMESTAMP(3) NOT NULL GENERATED ALWAYS AS (
  coalesce(
    (captured_at AT TIME ZONE 'UTC') + make_interval(mins => coalesce(captured_offset_minutes, 0)),
    created_at AT TIME ZONE 'UTC'
  )
) STORED,
ADD COLUMN     "trashed_with_id" UUID,
ADD COLUMN     "written_description" TEXT;

-- AlterTable
ALTER TABLE "folders" ADD COLUMN     "trashed_with_id" UUID;

-- CreateTable
CREATE TABLE "tags" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "library_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "color" SMALLINT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_tags" (
    "file_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "file_tags_pkey" PRIMARY KEY ("file_id","tag_id")
);

-- CreateTable
CREATE TABLE "folder_tags" (
    "folder_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "folder_tags_pkey" PRIMARY KEY ("folder_id","tag_id")
);

-- CreateTable
CREATE TABLE "file_marks" (
    "user_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "is_favourite" BOOLEAN NOT NULL DEFAULT false,
    "rating" SMALLINT,

    CONSTRAINT "file_marks_pkey" PRIMARY KEY ("user_id","file_id")
);

-- CreateTable
CREATE TABLE "albums" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "library_id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "cover_file_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "albums_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "album_files" (
    "album_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "album_files_pkey" PRIMARY KEY ("album_id","file_id")
);

-- CreateIndex
CREATE INDEX "file_tags_tag_id_file_id_idx" ON "file_tags"("tag_id", "file_id");

-- CreateIndex
CREATE INDEX "folder_tags_tag_id_folder_id_idx" ON "folder_tags"("tag_id", "folder_id");

-- CreateIndex
CREATE INDEX "file_marks_file_id_idx" ON "file_marks"("file_id");

-- CreateIndex
CREATE INDEX "albums_library_id_idx" ON "albums"("library_id");

-- CreateIndex
CREATE INDEX "albums_parent_id_idx" ON "albums"("parent_id");

-- CreateIndex
CREATE INDEX "albums_cover_file_id_idx" ON "albums"("cover_file_id");

-- CreateIndex
CREATE INDEX "album_files_album_id_position_idx" ON "album_files"("album_id", "position");

-- CreateIndex
CREATE INDEX "album_files_file_id_idx" ON "album_files"("file_id");

-- AddForeignKey
ALTER TABLE "folders" ADD CONSTRAINT "folders_trashed_with_id_fkey" FOREIGN KEY ("trashed_with_id") REFERENCES "folders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_trashed_with_id_fkey" FOREIGN KEY ("trashed_with_id") REFERENCES "folders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tags" ADD CONSTRAINT "tags_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tags" ADD CONSTRAINT "tags_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_tags" ADD CONSTRAINT "file_tags_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_tags" ADD CONSTRAINT "file_tags_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folder_tags" ADD CONSTRAINT "folder_tags_folder_id_fkey" FOREIGN KEY ("folder_id") REFERENCES "folders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folder_tags" ADD CONSTRAINT "folder_tags_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_marks" ADD CONSTRAINT "file_marks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_marks" ADD CONSTRAINT "file_marks_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "albums" ADD CONSTRAINT "albums_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "albums" ADD CONSTRAINT "albums_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "albums"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "albums" ADD CONSTRAINT "albums_cover_file_id_fkey" FOREIGN KEY ("cover_file_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "albums" ADD CONSTRAINT "albums_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "album_files" ADD CONSTRAINT "album_files_album_id_fkey" FOREIGN KEY ("album_id") REFERENCES "albums"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "album_files" ADD CONSTRAINT "album_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "album_files" ADD CONSTRAINT "album_files_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here.

-- Names as people sort them: IMG_2 before IMG_10, letter case last (ICU, CLDR root with numeric ordering).
CREATE COLLATION natural_order (provider = icu, locale = 'und-u-kn-true');

-- A listing of a folder in each order it can be asked for.
DROP INDEX files_live_listing;
CREATE INDEX files_by_date ON files (library_id, folder_id, filed_at, id)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL;
CREATE INDEX files_by_natural_name ON files (library_id, folder_id, name COLLATE natural_order, id)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL;
CREATE INDEX files_by_size ON files (library_id, folder_id, size_bytes, id)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL;
CREATE INDEX files_by_type ON files (library_id, folder_id, mime_type, name COLLATE natural_order, id)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL;

-- The timeline, whatever the folder: its days are counted from this index alone.
CREATE INDEX files_timeline ON files (library_id, filed_at DESC, id DESC)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL AND kind IN ('photo', 'video');

-- The trash shows what went there by itself; what a folder took along is found by that folder.
DROP INDEX files_trash;
CREATE INDEX files_trash ON files (library_id, trashed_at DESC, id DESC)
  WHERE trashed_at IS NOT NULL AND purged_at IS NULL AND companion_of_id IS NULL AND trashed_with_id IS NULL;
CREATE INDEX folders_trash ON folders (library_id, trashed_at DESC, id DESC)
  WHERE trashed_at IS NOT NULL AND trashed_with_id IS NULL;
CREATE INDEX files_trashed_with ON files (trashed_with_id) WHERE trashed_with_id IS NOT NULL;
CREATE INDEX folders_trashed_with ON folders (trashed_with_id) WHERE trashed_with_id IS NOT NULL;

-- Tags are unique in a library, albums where they stand, letter case aside.
CREATE UNIQUE INDEX tags_name ON tags (library_id, lower(name));
CREATE UNIQUE INDEX albums_name ON albums (library_id, parent_id, lower(name)) NULLS NOT DISTINCT;

-- A person finds their favourites.
CREATE INDEX file_marks_favourites ON file_marks (user_id, file_id) WHERE is_favourite;
