import { createEmptyDatabase } from "@alcoves/testing";
import { Client } from "pg";
import { expect, it } from "vitest";
import { migrate } from "../migrate.ts";
import { readMigrations } from "./folder.ts";

/** The migrations that an instance had applied which was last started just before `name` was written. */
function migrationsBefore(name: string) {
  const all = readMigrations();
  const index = all.migrationDirectories.findIndex(({ path }) => path.endsWith(`_${name}`));
  expect(index, `There is no migration ${name}.`).toBeGreaterThan(0);
  return { ...all, migrationDirectories: all.migrationDirectories.slice(0, index) };
}

/** A person, their library, and files as the first transcoder left them: what it had said of each, and what was still open. */
const filesOfBefore = `
WITH owner AS (INSERT INTO users (name, email) VALUES ('Ada', 'ada@alcoves.test') RETURNING id),
     home AS (INSERT INTO libraries (name, emoji, owner_id) SELECT 'Home', '🏠', id FROM owner RETURNING id)
INSERT INTO files (library_id, name, kind, mime_type, size_bytes,
                   metadata_version, metadata_done_version, metadata_status, proxy_version, proxy_done_version, proxy_status)
SELECT home.id, old.name, old.kind::file_kind, old.mime_type, 1,
       1, old.metadata_done, old.metadata_status::job_status, old.proxy_version, old.proxy_done, old.proxy_status::job_status
  FROM home, (VALUES
    ('copied.mkv',  'video', 'video/x-matroska', 1, 'ready',  1, 1, 'ready'),
    ('plays.mp4',   'video', 'video/mp4',        1, 'ready',  1, 1, 'not_needed'),
    ('waits.avi',   'video', 'video/x-msvideo',  1, 'ready',  1, 0, 'queued'),
    ('broken.mov',  'video', 'video/quicktime',  1, 'ready',  2, 1, 'failed'),
    ('running.jpg', 'photo', 'image/jpeg',       0, 'processing', 0, 0, 'not_needed'),
    ('done.jpg',    'photo', 'image/jpeg',       1, 'ready',  0, 0, 'not_needed')
  ) AS old (name, kind, mime_type, metadata_done, metadata_status, proxy_version, proxy_done, proxy_status)`;

it("keeps what an older instance knew of its files, and what it had still to do", async () => {
  const { url, drop } = await createEmptyDatabase();
  await migrate(url, migrationsBefore("media_pipeline"));
  const client = new Client(url);
  await client.connect();
  await client.query(filesOfBefore);
  await migrate(url);

  const { rows: files } = await client.query("SELECT name, is_web_playable FROM files ORDER BY name");
  expect(Object.fromEntries(files.map(({ name, is_web_playable }) => [name, is_web_playable]))).toEqual({
    "broken.mov": null,
    "copied.mkv": false,
    "done.jpg": null,
    "plays.mp4": true,
    "running.jpg": null,
    "waits.avi": null,
  });
  const { rows: open } = await client.query(
    "SELECT name, job, version FROM open_jobs JOIN files ON files.id = row_id ORDER BY name, job",
  );
  expect(open).toEqual([
    // Nobody has said yet whether browsers play these two: their details are read again.
    { name: "broken.mov", job: "file-metadata", version: 2 },
    { name: "running.jpg", job: "file-metadata", version: 1 },
    { name: "waits.avi", job: "file-metadata", version: 2 },
    { name: "waits.avi", job: "video-proxy", version: 1 },
  ]);
  await client.end();
  await drop();
}, 60_000);
