-- Both are part of PostgreSQL's contrib modules; start is refused before this line when the server lacks one.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Names in order, for what begins like a text: byte order, so that a range of it is a range of the index. Sidecars find their files by it too.
DROP INDEX files_by_name;
CREATE INDEX files_by_name ON files (library_id, (lower(name)) COLLATE "C", id)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL;

-- What stands somewhere in a name, and what is nearly it. The library is part of the index: a small library among large ones is
-- searched at its own size. What is not merged into the index yet is read by every search, so little may wait.
CREATE INDEX files_name_trigrams ON files USING gin (library_id, lower(name) gin_trgm_ops)
  WITH (gin_pending_list_limit = 256)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL;
CREATE INDEX folders_name_trigrams ON folders USING gin (library_id, lower(name) gin_trgm_ops)
  WHERE trashed_at IS NULL;

-- Files of a library whose names hold a text with two neighbouring letters swapped, which shares too few trigrams with it, then those that
-- hold something like it. A function because the threshold is a setting, and because the planner, which cannot know how many are alike,
-- must not walk through a whole library in search of the first ones.
CREATE FUNCTION files_alike(library uuid, wanted text, swapped text[], most int)
RETURNS TABLE (file_id uuid, likeness real) LANGUAGE sql STABLE
SET pg_trgm.word_similarity_threshold = 0.45
SET enable_seqscan = off
SET enable_indexscan = off
AS $$
  SELECT id, 1 FROM files
  WHERE library_id = library AND trashed_at IS NULL AND companion_of_id IS NULL AND lower(name) LIKE ANY (swapped)
  UNION ALL
  SELECT id, word_similarity(wanted, lower(name)) FROM files
  WHERE library_id = library AND trashed_at IS NULL AND companion_of_id IS NULL AND lower(name) %> wanted
    AND NOT lower(name) LIKE ANY (swapped)
  LIMIT most
$$;
