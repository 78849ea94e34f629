import pg from "pg";

/** Asks the database of the instance under test what no page tells its tests. */
async function ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.ALCOVES_E2E_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Changes who may register, as the owner of the instance would: which test's person that is, nobody knows. */
export async function setRegistrationMode(mode: "open" | "invite_only" | "closed"): Promise<void> {
  await ask(
    `INSERT INTO app_settings (name, value) VALUES ('registrationMode', $1::jsonb)
     ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value`,
    [JSON.stringify(mode)],
  );
}

/** Why identities were refused so far, by the audit log, the oldest first. */
export async function refusalReasons(): Promise<string[]> {
  const rows = await ask<{ reason: string }>(
    `SELECT subject->>'reason' AS reason FROM audit WHERE kind = 'identity.refused' ORDER BY id`,
  );
  return rows.map(({ reason }) => reason);
}

/**
 * Puts files into a library that nobody uploaded: documents, which need no pictures, named 1.txt, 2.txt … from the newest on, three a day
 * back from 14 October 2026.
 */
export async function fillLibrary(libraryId: string, count: number): Promise<void> {
  await ask(
    `INSERT INTO files (library_id, name, kind, mime_type, size_bytes, captured_at, uploaded_by_id)
     SELECT l.id, n || '.txt', 'other', 'text/plain', n,
            timestamptz '2026-10-14 12:00Z' - (n - 1) / 3 * interval '1 day' - n * interval '1 second', l.owner_id
     FROM libraries l, generate_series(1, $2::int) n WHERE l.id = $1`,
    [libraryId, count],
  );
}

/** Puts photos into a library that nobody uploaded and that have no pictures, three a day for so many days back from 14 October 2026. */
export async function fillTimeline(libraryId: string, days: number): Promise<void> {
  await ask(
    `INSERT INTO files (library_id, name, kind, mime_type, size_bytes, captured_at, uploaded_by_id, width_px, height_px, variants_status)
     SELECT l.id, n || '.jpg', 'photo', 'image/jpeg', n,
            timestamptz '2026-10-14 12:00Z' - (n - 1) / 3 * interval '1 day' - n * interval '1 millisecond',
            l.owner_id, 4000, CASE n % 3 WHEN 0 THEN 3000 ELSE 2250 END, 'failed'
     FROM libraries l, generate_series(1, $2::int * 3) n WHERE l.id = $1`,
    [libraryId, days],
  );
}

/** Puts photos into a library that nobody uploaded and that have no pictures, one at each place: 1.jpg, 2.jpg … from the newest on. */
export async function fillPlaces(
  libraryId: string,
  places: readonly { latitude: number; longitude: number }[],
): Promise<void> {
  await ask(
    `INSERT INTO files (library_id, name, kind, mime_type, size_bytes, captured_at, uploaded_by_id, width_px, height_px, latitude, longitude, variants_status)
     SELECT l.id, n || '.jpg', 'photo', 'image/jpeg', n, timestamptz '2026-10-14 12:00Z' - n * interval '1 day',
            l.owner_id, 4000, 3000, latitude, longitude, 'failed'
     FROM libraries l, unnest($2::float8[], $3::float8[]) WITH ORDINALITY AS place(latitude, longitude, n) WHERE l.id = $1`,
    [libraryId, places.map(({ latitude }) => latitude), places.map(({ longitude }) => longitude)],
  );
}

/** Puts sounds into the transcript of a file, as models do: labels with where they are heard, ms. */
export async function addSounds(
  fileId: string,
  sounds: readonly { label: string; startMs: number; endMs: number; score: number }[],
): Promise<void> {
  await ask(
    `WITH held AS (
       INSERT INTO transcripts (library_id, file_id) SELECT library_id, id FROM files WHERE id = $1
       ON CONFLICT (file_id) DO UPDATE SET revision = transcripts.revision + 1 RETURNING id
     )
     INSERT INTO segments (transcript_id, kind, position, text, start_ms, end_ms, score)
     SELECT held.id, 'audio', n, label, start_ms, end_ms, score
     FROM held, unnest($2::text[], $3::int[], $4::int[], $5::float8[]) WITH ORDINALITY AS s(label, start_ms, end_ms, score, n)`,
    [
      fileId,
      sounds.map(({ label }) => label),
      sounds.map(({ startMs }) => startMs),
      sounds.map(({ endMs }) => endMs),
      sounds.map(({ score }) => score),
    ],
  );
}
