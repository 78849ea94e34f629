-- CreateEnum
CREATE TYPE "token_scope" AS ENUM ('read', 'write');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('viewer', 'contributor', 'admin');

-- CreateEnum
CREATE TYPE "file_kind" AS ENUM ('photo', 'video', 'audio', 'other');

-- CreateEnum
CREATE TYPE "job_status" AS ENUM ('queued', 'processing', 'ready', 'not_needed', 'failed');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "is_instance_owner" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "user_agent" TEXT,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_tokens" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "scope" "token_scope" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "libraries" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "emoji" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "is_personal" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "libraries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "library_members" (
    "library_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "library_members_pkey" PRIMARY KEY ("library_id","user_id")
);

-- CreateTable
CREATE TABLE "folders" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "library_id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "created_by_id" UUID,
    "trashed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "folders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "library_id" UUID NOT NULL,
    "folder_id" UUID,
    "uploaded_by_id" UUID,
    "name" TEXT NOT NULL,
    "kind" "file_kind" NOT NULL,
    "mime_type" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "sha256" BYTEA,
    "trashed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "width_px" INTEGER,
    "height_px" INTEGER,
    "orientation" SMALLINT,
    "duration_ms" INTEGER,
    "captured_at" TIMESTAMPTZ(3),
    "captured_offset_minutes" SMALLINT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "camera_make" TEXT,
    "camera_model" TEXT,
    "lens_model" TEXT,
    "iso" INTEGER,
    "f_number" DOUBLE PRECISION,
    "exposure_seconds" DOUBLE PRECISION,
    "focal_length_mm" DOUBLE PRECISION,
    "video_codec" TEXT,
    "audio_codec" TEXT,
    "thumbhash" BYTEA,
    "metadata_status" "job_status" NOT NULL DEFAULT 'not_needed',
    "metadata_progress" SMALLINT NOT NULL DEFAULT 0,
    "metadata_eta_seconds" INTEGER,
    "metadata_error" TEXT,
    "metadata_version" INTEGER NOT NULL DEFAULT 0,
    "metadata_done_version" INTEGER NOT NULL DEFAULT 0,
    "variants_status" "job_status" NOT NULL DEFAULT 'not_needed',
    "variants_progress" SMALLINT NOT NULL DEFAULT 0,
    "variants_eta_seconds" INTEGER,
    "variants_error" TEXT,
    "variants_version" INTEGER NOT NULL DEFAULT 0,
    "variants_done_version" INTEGER NOT NULL DEFAULT 0,
    "thumbnail_status" "job_status" NOT NULL DEFAULT 'not_needed',
    "thumbnail_progress" SMALLINT NOT NULL DEFAULT 0,
    "thumbnail_eta_seconds" INTEGER,
    "thumbnail_error" TEXT,
    "thumbnail_version" INTEGER NOT NULL DEFAULT 0,
    "thumbnail_done_version" INTEGER NOT NULL DEFAULT 0,
    "proxy_status" "job_status" NOT NULL DEFAULT 'not_needed',
    "proxy_progress" SMALLINT NOT NULL DEFAULT 0,
    "proxy_eta_seconds" INTEGER,
    "proxy_error" TEXT,
    "proxy_version" INTEGER NOT NULL DEFAULT 0,
    "proxy_done_version" INTEGER NOT NULL DEFAULT 0,
    "hash_status" "job_status" NOT NULL DEFAULT 'not_needed',
    "hash_progress" SMALLINT NOT NULL DEFAULT 0,
    "hash_eta_seconds" INTEGER,
    "hash_error" TEXT,
    "hash_version" INTEGER NOT NULL DEFAULT 0,
    "hash_done_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_metadata" (
    "file_id" UUID NOT NULL,
    "raw" JSONB NOT NULL,

    CONSTRAINT "file_metadata_pkey" PRIMARY KEY ("file_id")
);

-- CreateTable
CREATE TABLE "uploads" (
    "id" TEXT NOT NULL,
    "library_id" UUID NOT NULL,
    "folder_id" UUID,
    "user_id" UUID NOT NULL,
    "file_id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "library_id" UUID NOT NULL,
    "user_id" UUID,
    "kind" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" BIGSERIAL NOT NULL,
    "transaction" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "library_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_settings" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_settings_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_provider_account_id_key" ON "accounts"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_tokens_token_hash_key" ON "access_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "access_tokens_user_id_idx" ON "access_tokens"("user_id");

-- CreateIndex
CREATE INDEX "libraries_owner_id_idx" ON "libraries"("owner_id");

-- CreateIndex
CREATE INDEX "library_members_user_id_idx" ON "library_members"("user_id");

-- CreateIndex
CREATE INDEX "folders_parent_id_idx" ON "folders"("parent_id");

-- CreateIndex
CREATE INDEX "files_folder_id_idx" ON "files"("folder_id");

-- CreateIndex
CREATE UNIQUE INDEX "uploads_file_id_key" ON "uploads"("file_id");

-- CreateIndex
CREATE INDEX "uploads_created_at_idx" ON "uploads"("created_at");

-- CreateIndex
CREATE INDEX "activity_library_id_created_at_idx" ON "activity"("library_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "events_library_id_transaction_id_idx" ON "events"("library_id", "transaction", "id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "libraries" ADD CONSTRAINT "libraries_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_members" ADD CONSTRAINT "library_members_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_members" ADD CONSTRAINT "library_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folders" ADD CONSTRAINT "folders_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folders" ADD CONSTRAINT "folders_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "folders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folders" ADD CONSTRAINT "folders_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_folder_id_fkey" FOREIGN KEY ("folder_id") REFERENCES "folders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_metadata" ADD CONSTRAINT "file_metadata_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_folder_id_fkey" FOREIGN KEY ("folder_id") REFERENCES "folders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_library_id_fkey" FOREIGN KEY ("library_id") REFERENCES "libraries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- By hand from here: partial and expression indexes, which the schema differ does not see.

-- The instance has at most one owner, also when two people register at once.
CREATE UNIQUE INDEX users_one_instance_owner ON users (is_instance_owner) WHERE is_instance_owner;

-- A personal library a person.
CREATE UNIQUE INDEX libraries_one_personal ON libraries (owner_id) WHERE is_personal;

-- Folder names are unique where they stand, letter case aside, trash aside.
CREATE UNIQUE INDEX folders_live_name ON folders (library_id, parent_id, lower(name)) NULLS NOT DISTINCT WHERE trashed_at IS NULL;

-- Live files: the listing of a folder (newest capture first), and the search for a file of the same content.
CREATE INDEX files_live_listing ON files (library_id, folder_id, (coalesce(captured_at, created_at)) DESC, id DESC) WHERE trashed_at IS NULL;
CREATE INDEX files_live_sha256 ON files (library_id, sha256) WHERE trashed_at IS NULL;

-- What the reaper looks for: few rows, whatever the size of the library. The status itself stands in no index, so that progress is
-- written in place (heap-only tuples), for which pages keep some room.
ALTER TABLE files SET (fillfactor = 85);
CREATE INDEX files_open_metadata ON files (id) WHERE metadata_version <> metadata_done_version;
CREATE INDEX files_open_variants ON files (id) WHERE variants_version <> variants_done_version;
CREATE INDEX files_open_thumbnail ON files (id) WHERE thumbnail_version <> thumbnail_done_version;
CREATE INDEX files_open_proxy ON files (id) WHERE proxy_version <> proxy_done_version;
CREATE INDEX files_open_hash ON files (id) WHERE hash_version <> hash_done_version;

-- Uploads that are not done.
CREATE INDEX uploads_open ON uploads (created_at) WHERE finished_at IS NULL;

-- Events are pruned by age; they are written in its order, so a sliver of an index is enough.
CREATE INDEX events_by_age ON events USING brin (created_at);
