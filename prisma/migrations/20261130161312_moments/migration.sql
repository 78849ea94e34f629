-- CreateTable
CREATE TABLE "moments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "library_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "start_ms" INTEGER NOT NULL,
    "end_ms" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "updated_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "export_status" "job_status" NOT NULL DEFAULT 'not_needed',
    "export_progress" SMALLINT NOT NULL DEFAULT 0,
    "export_eta_seconds" INTEGER,
    "export_error" TEXT,
    "export_version" INTEGER NOT NULL DEFAULT 0,
    "export_done_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "moments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moment_tags" (
    "moment_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "moment_tags_pkey" PRIMARY KEY ("moment_id","tag_id")
);

-- CreateIndex
CREATE INDEX "moments_file_id_idx" ON "moments"("file_id");

-- CreateIndex
CREATE INDEX "moments_created_by_id_idx" ON "moments"("created_by_id");

-- CreateIndex
CREATE INDEX "moments_updated_by_id_idx" ON "moments"("updated_by_id");

-- CreateIndex
CREATE INDEX "moment_tags_tag_id_moment_id_idx" ON "moment_tags"("tag_id", "moment_id");

-- AddForeignKey
ALTER TABLE "moments" ADD CONSTRAINT "moments_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moments" ADD CONSTRAINT "moments_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moments" ADD CONSTRAINT "moments_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moments" ADD CONSTRAINT "moments_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moment_tags" ADD CONSTRAINT "moment_tags_moment_id_fkey" FOREIGN KEY ("moment_id") REFERENCES "moments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moment_tags" ADD CONSTRAINT "moment_tags_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Those of a library, newest last, and those that a sweep is to remove.
CREATE INDEX "moments_of_library" ON "moments"("library_id", "id") WHERE "removed_at" IS NULL;
CREATE INDEX "moments_removed" ON "moments"("removed_at") WHERE "removed_at" IS NOT NULL;
