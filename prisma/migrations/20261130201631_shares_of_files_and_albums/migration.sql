-- AlterTable
ALTER TABLE "files" ADD COLUMN     "needs_copy" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "shares" ADD COLUMN     "album_id" UUID,
ADD COLUMN     "exposes_location" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "exposes_metadata" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "exposes_originals" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "file_id" UUID,
ALTER COLUMN "moment_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "shares_file_id_idx" ON "shares"("file_id");

-- CreateIndex
CREATE INDEX "shares_album_id_idx" ON "shares"("album_id");

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_album_id_fkey" FOREIGN KEY ("album_id") REFERENCES "albums"("id") ON DELETE CASCADE ON UPDATE CASCADE;
