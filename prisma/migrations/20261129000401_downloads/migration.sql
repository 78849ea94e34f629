-- CreateTable
CREATE TABLE "downloads" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "library_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "file_ids" UUID[],
    "folder_ids" UUID[],
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "downloads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "downloads_user_id_idx" ON "downloads"("user_id");

-- CreateIndex
CREATE INDEX "downloads_expires_at_idx" ON "downloads"("expires_at");

-- AddForeignKey
ALTER TABLE "downloads" ADD CONSTRAINT "downloads_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "downloads" ADD CONSTRAINT "downloads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
