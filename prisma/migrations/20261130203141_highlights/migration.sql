-- CreateTable
CREATE TABLE "highlights" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "library_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "expression" TEXT NOT NULL,
    "color" SMALLINT NOT NULL,
    "window_ms" INTEGER NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "highlights_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "highlights_library_id_created_at_id_idx" ON "highlights"("library_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "highlights_created_by_id_idx" ON "highlights"("created_by_id");

-- AddForeignKey
ALTER TABLE "highlights" ADD CONSTRAINT "highlights_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlights" ADD CONSTRAINT "highlights_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
