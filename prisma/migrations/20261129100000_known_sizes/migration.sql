-- Before a file is sent, its sender asks whether the library has one of its size: only then are its bytes worth hashing.
CREATE INDEX files_live_size ON files (library_id, size_bytes) WHERE trashed_at IS NULL AND sha256 IS NOT NULL;
