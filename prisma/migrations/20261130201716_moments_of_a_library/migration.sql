-- AlterTable
ALTER TABLE "downloads" ADD COLUMN     "moment_ids" UUID[];

-- CreateIndex
CREATE INDEX "moments_library_id_created_at_id_idx" ON "moments"("library_id", "created_at", "id");
