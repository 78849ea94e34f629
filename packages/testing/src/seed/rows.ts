import { registryVersion } from "@alcoves/core/variants/schema";

/** What the statements take; `n` runs from `first` to `last`, and each file is made of its number and the seed alone. */
export interface Batch {
  libraryId: string;
  userId: string;
  seed: number;
  first: number;
  last: number;
  /** The first takes a tenth of all files. */
  folderIds: readonly string[];
  /** Sides and thumbhash (hex) of the pictures that the files show in turn. */
  looks: readonly { widthPx: number; heightPx: number; thumbhash: string }[];
  /** A tenth, at most 100,000, in one second, and many more within the same minutes. */
  isSkewed: boolean;
}

/** A number from 0 to under 1 that is the same each time for `n`, the seed and a place. */
const chance = (place: number, of = "n") =>
  `((hashint8extended(${of}, $3::int8 * 64 + ${place}) & 1048575) / 1048576.0)`;
const isOneSecond = "($8::boolean AND n % 10 = 3 AND n <= 1000000)";
const isPicture = "kind IN ('photo', 'video')";

/** The id of file `n`: as old as its number, so that the same seed makes the same files. */
const idOf = `(lpad(to_hex(1700000000000 + n), 12, '0') || '7' || substr(md5($1 || '/' || $3 || '/' || n), 2, 3) || '8'
  || substr(md5($1 || '/' || $3 || '/' || n), 6, 15))::uuid`;

const cities = 200;
const secondsOfTwentyYears = 20 * 31_557_600;

/** The files: $1 library, $2 uploader, $3 seed, $4 and $5 the numbers, $6 folders, $7 looks as JSON, $8 whether skewed. */
export const filesStatement = `
  INSERT INTO files (
    id, library_id, uploaded_by_id, folder_id, name, kind, mime_type, size_bytes, width_px, height_px, thumbhash, duration_ms,
    captured_at, captured_offset_minutes, created_at, trashed_at, latitude, longitude, camera_model,
    metadata_status, variants_status, variants_registry, thumbnail_status, thumbnail_version, thumbnail_done_version, hash_status)
  SELECT ${idOf}, $1::uuid, $2::uuid,
    CASE WHEN n % 10 = 7 THEN ($6::uuid[])[1]
         WHEN n % 10 < 5 THEN ($6::uuid[])[2 + (hashint8extended(n, $3::int8) & 1048575) % (cardinality($6::uuid[]) - 1)] END,
    CASE WHEN ${chance(1)} < 0.02 THEN 'from the first day of a rather long summer ' || repeat('by the sea and ', 8) || n
         WHEN ${chance(1)} < 0.1 THEN
           (ARRAY['夏休み', 'Праздник', 'عيد ميلاد', 'Köln', '🏖️ Strand', 'naïve café', 'Ångström', 'नमस्ते'])[1 + n % 8] || ' ' || n
         ELSE 'IMG_' || n END || ending,
    kind, mime_type, 50000 + (${chance(2)} * 8000000)::int,
    CASE WHEN ${isPicture} THEN (look ->> 'widthPx')::int END,
    CASE WHEN ${isPicture} THEN (look ->> 'heightPx')::int END,
    CASE WHEN ${isPicture} THEN decode(look ->> 'thumbhash', 'hex') END,
    CASE WHEN kind IN ('video', 'audio') THEN (${chance(3)} * 300000)::int END,
    CASE WHEN ${isOneSecond} THEN timestamptz '2019-06-15 12:00:00Z'
         WHEN ${chance(4)} < 0.02 THEN NULL
         -- More with each year, and in each year more in summer; one in three within the minute of others.
         ELSE date_trunc(CASE WHEN $8::boolean AND n % 3 = 0 THEN 'hour' ELSE 'second' END,
           timestamptz '2006-01-01 00:00:00Z'
           + ${secondsOfTwentyYears} * (sqrt(${chance(5)}) - 0.006 * sin(40 * pi() * sqrt(${chance(5)}))) * interval '1 s') END,
    CASE WHEN NOT ${isOneSecond} THEN (ARRAY[NULL, 0, 60, 120, -300, 540])[1 + n % 6] END,
    timestamptz '2026-01-01 00:00:00Z' + n * interval '1 s',
    -- Of late: what is in the trash for thirty days is deleted for good.
    CASE WHEN ${chance(6)} < 0.01 THEN now() - ${chance(17)} * interval '20 days' END,
    CASE WHEN isPlaced THEN ${chance(7, "city")} * 100 - 40 + (${chance(8)} + ${chance(9)} - 1) * 0.1 END,
    CASE WHEN isPlaced THEN ${chance(10, "city")} * 358 - 179 + (${chance(11)} + ${chance(12)} - 1) * 0.1 END,
    (ARRAY['Pixel 9', 'iPhone 16', 'X-T5', 'EOS R6', 'ILCE-7M4'])[1 + n % 5],
    'ready', CASE WHEN ${isPicture} THEN 'ready' ELSE 'not_needed' END::job_status, ${registryVersion},
    CASE WHEN kind = 'video' THEN 'ready' ELSE 'not_needed' END::job_status, (kind = 'video')::int, (kind = 'video')::int, 'ready'
  FROM (
    SELECT n, $7::jsonb -> (n % jsonb_array_length($7::jsonb))::int AS look, floor(${cities} * ${chance(13)} * ${chance(14)})::int8 AS city,
      ${chance(15)} < 0.6 AS isPlaced, kinds.*
    FROM generate_series($4::int8, $5::int8) n
    JOIN (VALUES (0, 'photo'::file_kind, 'image/jpeg', '.jpg'), (1, 'video', 'video/mp4', '.mp4'), (2, 'audio', 'audio/mpeg', '.mp3'),
                 (3, 'other', 'application/pdf', '.pdf')) AS kinds(at, kind, mime_type, ending)
      ON at = CASE WHEN ${chance(16)} < 0.87 THEN 0 WHEN ${chance(16)} < 0.97 THEN 1 WHEN ${chance(16)} < 0.99 THEN 2 ELSE 3 END
  ) files
  ON CONFLICT (id) DO NOTHING`;

/** Marks of $2 on every sixteenth file: favourites, and ratings. The further parameters are those of the files. */
export const marksStatement = `
  INSERT INTO file_marks (user_id, file_id, is_favourite, rating)
  SELECT $2::uuid, id, n % 32 = 0, CASE WHEN n % 48 <> 0 THEN 1 + n % 5 END
  FROM (SELECT n, ${idOf} AS id FROM generate_series($4::int8, $5::int8) n WHERE n % 16 = 0) marked
  WHERE EXISTS (SELECT FROM files f WHERE f.id = marked.id)
  ON CONFLICT DO NOTHING`;

/** Tags, $6, on every twelfth file. */
export const tagsStatement = `
  INSERT INTO file_tags (file_id, tag_id)
  SELECT id, ($6::uuid[])[1 + (n / 12) % cardinality($6::uuid[])]
  FROM (SELECT n, ${idOf} AS id FROM generate_series($4::int8, $5::int8) n WHERE n % 12 = 0 AND $2::text <> '') tagged
  WHERE EXISTS (SELECT FROM files f WHERE f.id = tagged.id)
  ON CONFLICT DO NOTHING`;
