/** What a key says of its blob: the way back from keys.ts. */
export type NamedBlob =
  | { scope: "files"; libraryId: string; fileId: string }
  | {
      scope: "cache";
      libraryId: string;
      fileId: string;
      /** What of the file it is, such as `poster` or `variants`. */
      part: string;
      /** Version of the job, or of the source, that it was made by. */
      version: number;
    }
  | {
      scope: "moments";
      libraryId: string;
      fileId: string;
      momentId: string;
      part: "clip" | "poster";
      version: number;
    }
  | { scope: "avatars"; userId: string; version: number };

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const file = `(?<libraryId>${uuid})/(?<shard>[0-9a-f]{2})/(?<fileId>${uuid})`;
const version = "v(?<version>0|[1-9]\\d{0,9})";
/** Pictures say after the version how they are made. */
const recipe = "(-[0-9a-f]{8})?";

const originalPattern = new RegExp(`^files/${file}/original$`);
const cachePattern = new RegExp(
  `^cache/${file}/(?<part>[a-z0-9-]+)/${version}${recipe}[./][A-Za-z0-9._/-]+$`,
);
const momentPattern = new RegExp(
  `^cache/${file}/moments/(?<momentId>${uuid})/${version}\\.(?<extension>mp4|jpg)$`,
);
const avatarPattern = new RegExp(`^avatars/(?<shard>[0-9a-f]{2})/(?<userId>${uuid})/${version}\\.webp$`);

/** @returns what a key names, null for one that keys.ts does not spell */
export function readKey(key: string): NamedBlob | null {
  const original = groupsOf(originalPattern, key);
  if (original) return { scope: "files", ...idsOf(original) };
  const cached = groupsOf(cachePattern, key);
  if (cached) {
    const { part = "", version } = cached;
    return { scope: "cache", ...idsOf(cached), part, version: Number(version) };
  }
  const moment = groupsOf(momentPattern, key);
  if (moment) {
    const { momentId = "", version, extension } = moment;
    const part = extension === "mp4" ? "clip" : "poster";
    return { scope: "moments", ...idsOf(moment), momentId, part, version: Number(version) };
  }
  const avatar = groupsOf(avatarPattern, key);
  return avatar && { scope: "avatars", userId: avatar.userId ?? "", version: Number(avatar.version) };
}

function idsOf({ libraryId = "", fileId = "" }: Record<string, string>) {
  return { libraryId, fileId };
}

/** The parts of a key, when it has this shape and lies in the folder that its id belongs to. */
function groupsOf(pattern: RegExp, key: string): Record<string, string> | null {
  const groups = pattern.exec(key)?.groups;
  const id = groups?.fileId ?? groups?.userId ?? "";
  return groups && groups.shard === id.slice(-2) ? groups : null;
}
