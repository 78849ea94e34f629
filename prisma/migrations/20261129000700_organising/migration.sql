-- Events tell of folders and of a whole library too.
ALTER TABLE "events" ADD COLUMN     "folder_id" UUID,
ALTER COLUMN "file_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "undos" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "library_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "changes" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "undos_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "undos_library_id_idx" ON "undos"("library_id");

-- CreateIndex
CREATE INDEX "undos_user_id_idx" ON "undos"("user_id");

-- CreateIndex
CREATE INDEX "undos_created_at_idx" ON "undos"("created_at");

-- AddForeignKey
ALTER TABLE "undos" ADD CONSTRAINT "undos_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undos" ADD CONSTRAINT "undos_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
