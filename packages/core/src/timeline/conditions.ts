import type { TimelineFilters } from "./schema.ts";

/** Whose timeline is shown to whom. */
export interface Viewpoint {
  libraryId: string;
  /** Whose marks count; null for nobody's. */
  userId: string | null;
}

/** The values of a statement, in the order in which its text names them. */
export interface Parameters {
  readonly values: unknown[];
  /** @returns how the text names the value: `$1` and so on */
  add(value: unknown): string;
}

/** Parameters of a statement in the making. */
export function createParameters(): Parameters {
  const values: unknown[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
}

/**
 * What a timeline shows, as a condition on `files f`: the live photos and videos of a library that the filters let through. A filter that
 * is not asked for is not written, as no index helps with "$3 IS NULL OR …".
 * @returns besides the condition a name, which is the same for the same text
 */
export function conditionsOf(
  { libraryId, userId }: Viewpoint,
  filters: TimelineFilters,
  { add }: Parameters,
): { name: string; where: string } {
  const { kind, isFavourite, tagId, minRating, isLocated } = filters;
  const written = {
    all: `f.library_id = ${add(libraryId)} AND f.trashed_at IS NULL AND f.companion_of_id IS NULL
      AND f.kind IN ('photo', 'video')`,
    kind: kind && `f.kind = ${add(kind)}::file_kind`,
    favourite: isFavourite && marked(add(userId), "m.is_favourite"),
    tag:
      tagId && `EXISTS (SELECT FROM file_tags t WHERE t.file_id = f.id AND t.tag_id = ${add(tagId)}::uuid)`,
    rated: minRating && marked(add(userId), `m.rating >= ${add(minRating)}`),
    located: isLocated && "f.latitude IS NOT NULL AND f.longitude IS NOT NULL",
  };
  const used = Object.entries(written).filter(([, condition]) => condition);
  return {
    name: used.map(([word]) => word).join("-"),
    where: used.map(([, condition]) => condition).join(" AND "),
  };
}

const marked = (user: string, condition: string) =>
  `EXISTS (SELECT FROM file_marks m WHERE m.file_id = f.id AND m.user_id = ${user}::uuid AND ${condition})`;
