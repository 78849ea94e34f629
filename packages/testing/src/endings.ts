import { isTracked, jobContracts } from "@alcoves/jobs";
import type { TestInstance } from "./instance.ts";

/** The status families that stand on a file, as their columns begin. */
const families = jobContracts
  .filter(isTracked)
  .flatMap(({ tracks }) => (tracks.row === "file" ? [tracks.column] : []));

/** One end of one job, as the database saw it. */
export interface Ending {
  fileId: string;
  family: string;
  version: number;
  status: string;
}

/** How the jobs of one file stand. */
export interface Standing extends Ending {
  name: string;
  error: string | null;
}

/** Has the database write down every end of a job from now on, whoever brings it about. */
export async function recordEndings({ services }: TestInstance): Promise<void> {
  const { prisma } = services.database;
  await prisma.$executeRawUnsafe(
    "CREATE TABLE endings (file_id uuid, family text, version int, status text)",
  );
  const written = families.map(
    (family) => `
      IF NEW.${family}_status IN ('ready', 'not_needed', 'failed')
        AND (OLD.${family}_status, OLD.${family}_done_version) IS DISTINCT FROM (NEW.${family}_status, NEW.${family}_done_version)
      THEN INSERT INTO endings VALUES (NEW.id, '${family}', NEW.${family}_version, NEW.${family}_status::text); END IF;`,
  );
  await prisma.$executeRawUnsafe(
    `CREATE FUNCTION record_ending() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${written.join("")} RETURN NULL; END $$`,
  );
  await prisma.$executeRawUnsafe(
    "CREATE TRIGGER record_ending AFTER UPDATE ON files FOR EACH ROW EXECUTE FUNCTION record_ending()",
  );
}

/** Every end since `recordEndings`. */
export function readEndings({ services }: TestInstance): Promise<Ending[]> {
  return services.database.prisma.$queryRawUnsafe<Ending[]>(
    'SELECT file_id AS "fileId", family, version, status FROM endings',
  );
}

/** How every job that was ever asked for stands now. */
export async function readStandings({ services }: TestInstance): Promise<Standing[]> {
  const each = families.map(
    (family) => `
      SELECT id AS "fileId", name, '${family}' AS family, ${family}_version AS version, ${family}_status::text AS status,
        ${family}_error AS error
      FROM files WHERE ${family}_version > 0`,
  );
  return services.database.prisma.$queryRawUnsafe<Standing[]>(each.join(" UNION ALL "));
}
