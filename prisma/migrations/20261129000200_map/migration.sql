-- By hand.

-- Every second bit of a number of up to 26 bits: how two of them are laced into one.
CREATE FUNCTION spread_bits(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (e | (e << 1)) & x'5555555555555555'::bigint
  FROM (SELECT (d | (d << 2)) & x'3333333333333333'::bigint AS e
  FROM (SELECT (c | (c << 4)) & x'0F0F0F0F0F0F0F0F'::bigint AS d
  FROM (SELECT (b | (b << 8)) & x'00FF00FF00FF00FF'::bigint AS c
  FROM (SELECT (n | (n << 16)) & x'0000FFFF0000FFFF'::bigint AS b) b) c) d) e
$$;

-- The square of a map in which a place lies, of 2^26 in each direction (0.6 m at the equator) in the projection of web maps (EPSG:3857), its
-- row and column laced bit by bit. So the squares of a coarser grid are what has the same first bits: one stretch of the index each.
CREATE FUNCTION map_cell(latitude double precision, longitude double precision) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT spread_bits(least(greatest(floor((longitude + 180) / 360 * 67108864), 0), 67108863)::bigint)
    | (spread_bits(least(greatest(floor(
        (0.5 - ln(tand((least(greatest(latitude, -85.05112878), 85.05112878) + 90) / 2)) / (2 * pi())) * 67108864
      ), 0), 67108863)::bigint) << 1)
$$;

-- The map counts its files and finds the newest of each square from this index alone; latitude and longitude stand in it twice, because
-- PostgreSQL reads an expression from an index only where it finds its columns there too.
CREATE INDEX files_map ON files (library_id, map_cell(latitude, longitude))
  INCLUDE (latitude, longitude, filed_at, id)
  WHERE trashed_at IS NULL AND companion_of_id IS NULL AND kind IN ('photo', 'video')
    AND latitude IS NOT NULL AND longitude IS NOT NULL;
