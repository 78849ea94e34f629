-- CreateTable
CREATE TABLE "map_counts" (
    "id" BIGSERIAL NOT NULL,
    "library_id" UUID NOT NULL,
    "level" SMALLINT NOT NULL,
    "square" BIGINT NOT NULL,
    "files" INTEGER NOT NULL,
    "latitudes" BIGINT NOT NULL,
    "longitudes" BIGINT NOT NULL,

    CONSTRAINT "map_counts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "map_counts_library_id_level_square_idx" ON "map_counts"("library_id", "level", "square");

-- By hand from here on.

-- Takes a file into account, change 1, or out of it, change -1, if a map shows it: in squares of some 10 km and of some 150 m at the equator.
CREATE FUNCTION count_on_map(file files, change int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO map_counts (library_id, level, square, files, latitudes, longitudes)
  SELECT file.library_id, level, map_cell(file.latitude, file.longitude) >> (2 * (26 - level)),
         change, change * round(file.latitude * 1e7)::bigint, change * round(file.longitude * 1e7)::bigint
  FROM (VALUES (12), (18)) levels(level)
  WHERE file.trashed_at IS NULL AND file.companion_of_id IS NULL AND file.kind IN ('photo', 'video')
    AND file.latitude IS NOT NULL AND file.longitude IS NOT NULL
$$;

CREATE FUNCTION files_change_map() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM count_on_map(OLD, -1); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM count_on_map(NEW, 1); END IF;
  RETURN NULL;
END $$;

-- Most changes of a file are steps of its jobs: they cost nothing here.
CREATE TRIGGER files_come_on_map AFTER INSERT ON files FOR EACH ROW
  WHEN (NEW.latitude IS NOT NULL AND NEW.longitude IS NOT NULL) EXECUTE FUNCTION files_change_map();
CREATE TRIGGER files_move_on_map
  AFTER UPDATE OF library_id, kind, trashed_at, companion_of_id, latitude, longitude ON files FOR EACH ROW
  WHEN ((OLD.library_id, OLD.kind, OLD.trashed_at IS NULL, OLD.companion_of_id IS NULL, OLD.latitude, OLD.longitude)
    IS DISTINCT FROM (NEW.library_id, NEW.kind, NEW.trashed_at IS NULL, NEW.companion_of_id IS NULL, NEW.latitude, NEW.longitude))
  EXECUTE FUNCTION files_change_map();
CREATE TRIGGER files_leave_map AFTER DELETE ON files FOR EACH ROW
  WHEN (OLD.latitude IS NOT NULL AND OLD.longitude IS NOT NULL) EXECUTE FUNCTION files_change_map();

INSERT INTO map_counts (library_id, level, square, files, latitudes, longitudes)
SELECT library_id, level, map_cell(latitude, longitude) >> (2 * (26 - level)), count(*),
       sum(round(latitude * 1e7)::bigint), sum(round(longitude * 1e7)::bigint)
FROM files, (VALUES (12), (18)) levels(level)
WHERE trashed_at IS NULL AND companion_of_id IS NULL AND kind IN ('photo', 'video')
  AND latitude IS NOT NULL AND longitude IS NOT NULL
GROUP BY 1, 2, 3;

-- The newest file of each such square.
CREATE INDEX files_map_newest_12 ON files (library_id, (map_cell(latitude, longitude) >> 28), filed_at DESC, id DESC)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL AND kind IN ('photo', 'video')
    AND latitude IS NOT NULL AND longitude IS NOT NULL;
CREATE INDEX files_map_newest_18 ON files (library_id, (map_cell(latitude, longitude) >> 16), filed_at DESC, id DESC)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL AND kind IN ('photo', 'video')
    AND latitude IS NOT NULL AND longitude IS NOT NULL;
