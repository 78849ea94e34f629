import pg from "pg";

/** Rows of the account's library and of two more that it gets, in shares of 70, 20 and 10 of 100. */
const shares = [14, 18, 20];

const words =
  "beach,holiday,sunset,wedding,birthday,garden,mountain,family,concert,interview,final,draft,scan,receipt,portrait,panorama,kitchen,harbour,festival,graduation,christmas,snow,lake,forest,museum,market,airport,train,bicycle,puppy,kitten,grandma,grandpa,anniversary,rehearsal,podcast,episode,voice,memo,invoice";

/**
 * Names as cameras, phones and people give them, the same at every run: most from counters and clocks, many the same, some of several
 * words, a few very long. Words are skewed: the last of the list are named most.
 */
const insert = `
  WITH words AS (SELECT string_to_array($1, ',') AS w)
  INSERT INTO files (library_id, name, kind, mime_type, size_bytes, created_at)
  SELECT ($2::uuid[])[CASE WHEN i % 20 < ${shares[0]} THEN 1 WHEN i % 20 < ${shares[1]} THEN 2 ELSE 3 END],
    CASE
      WHEN h < 30 THEN 'IMG_' || to_char(timestamp '2012-01-01' + (n % 440000000) * interval '1 second', 'YYYYMMDD_HH24MISS') || '.jpg'
      WHEN h < 45 THEN 'IMG_' || lpad((n % 10000)::text, 4, '0') || '.JPG'
      WHEN h < 60 THEN 'DSC' || lpad((n % 100000)::text, 5, '0') || '.NEF'
      WHEN h < 68 THEN 'PXL_' || to_char(timestamp '2020-01-01' + (n % 200000000) * interval '1 second', 'YYYYMMDD_HH24MISS') || '.MP.jpg'
      WHEN h < 72 THEN 'image.jpg'
      WHEN h < 76 THEN 'VID-' || to_char(timestamp '2015-01-01' + (n % 300000000) * interval '1 second', 'YYYYMMDD') || '-WA' || lpad((n % 10000)::text, 4, '0') || '.mp4'
      WHEN h < 77 THEN repeat(w[1 + n % 40] || ' ', 12) || i || '.jpg'
      ELSE w[1 + floor(sqrt(n % 1600))::int] || ' ' || w[1 + (n / 1600) % 40] || ' ' || n % 3000 || '.jpg'
    END,
    'photo', 'image/jpeg', 1000 + n % 100000, timestamptz '2020-01-01' + i * interval '1 second'
  FROM (
    SELECT i, abs(hashint4(i)) % 100 AS h, abs(hashint4(i * 31 + 7)) AS n FROM generate_series($3::int, $4::int) i
  ) AS numbers, words`;

/**
 * Fills the libraries of an account up to a number of files, all without bytes.
 * @returns grows them; what is there already stays
 */
export async function startManyNames(databaseUrl: string, libraryId: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO libraries (name, emoji, owner_id)
     SELECT more.name, '🏡', l.owner_id FROM libraries l, unnest('{Family,Work}'::text[]) AS more(name) WHERE l.id = $1
     RETURNING id`,
    [libraryId],
  );
  const libraryIds = [libraryId, ...rows.map(({ id }) => id)];
  let count = 0;
  return {
    pool,
    libraryIds,
    async growTo(size: number) {
      if (size <= count) return;
      await pool.query(insert, [words, libraryIds, count + 1, size]);
      // As autovacuum does after so many rows: statistics, and the trigrams that wait are merged into their index.
      await pool.query("VACUUM ANALYZE files");
      count = size;
    },
  };
}
