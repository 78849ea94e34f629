/** The words by which people and package managers know what Alcoves runs on. */
const names = {
  postgres: "PostgreSQL 15 or newer",
  pgvector: "pgvector 0.8 or newer",
  redis: "Redis 6.2 or newer",
  ffmpeg: "ffmpeg with ffprobe",
  heif: "libheif's heif-convert",
  perl: "perl",
};

/** @typedef {keyof typeof names} Need */

const brewFormulas = {
  postgres: ["postgresql@17"],
  pgvector: ["postgresql@17", "pgvector"],
  redis: ["redis"],
  ffmpeg: ["ffmpeg"],
  heif: ["libheif"],
  perl: ["perl"],
};
const aptPackages = {
  postgres: ["postgresql"],
  pgvector: [],
  redis: ["redis-server"],
  ffmpeg: ["ffmpeg"],
  heif: ["libheif-examples"],
  perl: ["perl"],
};

/** @param {readonly Need[]} needs */
export function nameNeeds(needs) {
  return needs.map((need) => names[need]).join(", ");
}

/**
 * The commands that a person can run when we cannot.
 * @param {readonly Need[]} needs
 * @returns {string}
 */
export function adviseInstall(needs) {
  const unique = (/** @type {Record<Need, string[]>} */ table) =>
    [...new Set(needs.flatMap((need) => table[need]))].join(" ");
  const lines = [];
  const apt = unique(aptPackages);
  lines.push(
    "Debian, Ubuntu (or run `npm start` as root or with password-free sudo, and it does this itself):",
  );
  if (apt) lines.push(`  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${apt}`);
  if (needs.includes("pgvector")) {
    lines.push(
      "  sudo apt-get install -y postgresql-$(pg_config --version | grep -oE '[0-9]+' | head -1)-pgvector",
    );
  }
  lines.push("macOS:", `  brew install ${unique(brewFormulas)}`);
  if (needs.some((need) => ["postgres", "pgvector", "redis"].includes(need))) {
    lines.push(
      "Docker, for the servers alone:",
      "  docker run -d --name alcoves-postgres -p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=alcoves pgvector/pgvector:pg17",
      "  docker run -d --name alcoves-redis -p 127.0.0.1:6379:6379 redis:8",
      "  export ALCOVES_DATABASE_URL=postgresql://postgres:alcoves@127.0.0.1:5432/postgres",
      "  export ALCOVES_REDIS_URL=redis://127.0.0.1:6379",
    );
  }
  return lines.join("\n");
}
