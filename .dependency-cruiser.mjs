import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Who may import whom. Every arrow of ARCHITECTURE.md stands here once; what no arrow allows is refused.
 * @type {import("dependency-cruiser").IConfiguration}
 */
const tests = "\\.(test|contract)\\.tsx?$";

/** What may import only what: workspace packages by their folder. */
const arrows = {
  "packages/config": [],
  "packages/cues": [],
  "packages/db": ["packages/config"],
  "packages/storage": ["packages/config"],
  "packages/media": ["packages/config"],
  "packages/jobs": ["packages/config", "packages/db"],
  "packages/core": ["packages/config", "packages/cues", "packages/db", "packages/jobs", "packages/storage"],
  "packages/api": ["packages/config", "packages/core"],
  "packages/rest": ["packages/config", "packages/core"],
  "packages/client": ["packages/api"],
  "apps/worker": [
    "packages/config",
    "packages/core",
    "packages/cues",
    "packages/jobs",
    "packages/media",
    "packages/storage",
  ],
  // media for renderImage alone: server.ts hands it to core, for pictures while the queue is away.
  "apps/web": [
    "packages/api",
    "packages/config",
    "packages/core",
    "packages/cues",
    "packages/media",
    "packages/rest",
  ],
  e2e: [],
};

/** npm packages that live in one place of ours, so that the rest of the house does not know them. */
const homes = {
  "packages/db": [
    "@prisma/client",
    "@prisma/adapter-pg",
    "@prisma/driver-adapter-utils",
    "@prisma/schema-engine-wasm",
    "pg",
  ],
  "packages/jobs": ["bullmq", "ioredis"],
  "packages/storage": ["@aws-sdk/client-s3", "@aws-sdk/lib-storage", "@aws-sdk/s3-request-presigner"],
  "packages/media": ["sharp", "fluent-ffmpeg", "exiftool-vendored"],
  "packages/rest": ["hono", "@tus/server", "@tus/file-store"],
  "apps/web": ["next", "next-auth", "openid-client", "react"],
};

function only(from, allowed) {
  const own = [from, ...allowed].map((folder) => `^${folder}/`).join("|");
  return {
    name: `only-${from.replace("/", "-")}`,
    comment: `${from} imports ${allowed.length > 0 ? allowed.join(", ") : "no package of ours"} and nothing else of the house`,
    severity: "error",
    from: { path: `^${from}/`, pathNot: tests },
    to: { path: "^(packages|apps|bench|e2e|endurance)/", pathNot: own },
  };
}

function home(folder, names) {
  return {
    name: `home-${folder.replace("/", "-")}`,
    comment: `${names.join(", ")} are used in ${folder} alone`,
    severity: "error",
    from: { path: "^(packages|apps)/", pathNot: [`^${folder}/`, tests, "^packages/testing/"] },
    to: { path: names.map((name) => `node_modules/${name}/`).join("|") },
  };
}

/** @returns {string[]} our own packages that a manifest declares, by their folder */
function declaredBy(folder, kinds) {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, folder, "package.json"), "utf8"));
  const names = kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
  return names.filter((name) => name.startsWith("@alcoves/")).map((name) => `packages/${name.split("/")[1]}`);
}

/** npm links every workspace where all can import it, so an undeclared import works until the day it does not. */
function declared(folder) {
  const refuse = (name, from, known) => ({
    name: `${name}-${folder.replace("/", "-")}`,
    comment: `${folder}/package.json declares what it imports`,
    severity: "error",
    from,
    to: {
      path: "^packages/",
      pathNot: [folder, ...known].map((each) => `^${each}/`),
      dependencyTypesNot: ["local"],
    },
  });
  const always = declaredBy(folder, ["dependencies"]);
  const inTests = [...always, ...declaredBy(folder, ["devDependencies"])];
  const onlyTests = ["e2e", "bench", "endurance"].includes(folder);
  return [
    refuse(
      "declared-by",
      { path: `^${folder}/`, pathNot: onlyTests ? "^$" : tests },
      onlyTests ? inTests : always,
    ),
    refuse("declared-for-tests-of", { path: `^${folder}/.*${tests}` }, inTests),
  ];
}

export default {
  forbidden: [
    ...[...Object.keys(arrows), "packages/testing", "bench", "endurance"].flatMap(declared),
    ...Object.entries(arrows).map(([from, allowed]) => only(from, allowed)),
    ...Object.entries(homes).map(([folder, names]) => home(folder, names)),
    {
      name: "no-circles",
      comment: "two files that need each other are one, or three",
      severity: "error",
      from: { pathNot: tests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "only-tests-import-testing",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: [tests, "^packages/testing/"] },
      to: { path: "^packages/testing/" },
    },
    {
      name: "front-door-of-a-domain",
      comment: "a domain of core enters another by its index; its schema is open to all",
      severity: "error",
      from: { path: "^packages/core/src/([^/]+)/", pathNot: tests },
      to: {
        path: "^packages/core/src/([^/]+)/.+",
        pathNot: ["^packages/core/src/$1/", "^packages/core/src/[^/]+/(index|schema)\\.ts$"],
      },
    },
    {
      name: "browser-takes-schemas-and-types",
      comment:
        "what runs in a browser takes zod schemas of core, cues, and types; the server's parts stay on the server",
      severity: "error",
      from: {
        path: "^apps/web/(app|components|features|i18n|trpc)/",
        pathNot: [tests, "^apps/web/trpc/server\\.ts$"],
      },
      to: {
        path: "^packages/",
        pathNot: ["^packages/core/src/[^/]+/schema\\.ts$", "^packages/cues/"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "client-takes-types",
      comment: "the client's bundle holds nothing of the server",
      severity: "error",
      from: { path: "^packages/client/src/", pathNot: tests },
      to: { path: "^packages/api/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "jobs-take-types-of-the-database",
      comment: "contracts are loaded by every process; they check their columns, they do not read them",
      severity: "error",
      from: { path: "^packages/jobs/src/", pathNot: tests },
      to: { path: "^packages/db/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "schemas-import-zod",
      comment: "a schema runs in browsers too: it imports zod, cues and other schemas, and types",
      severity: "error",
      from: { path: "^packages/core/src/[^/]+/schema\\.ts$" },
      to: {
        pathNot: ["^packages/core/src/[^/]+/schema\\.ts$", "^packages/cues/", "node_modules/zod/"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "front-door-of-a-package",
      comment: "a package is entered by its exports, never by a path into its folder",
      severity: "error",
      from: { path: "^((packages|apps)/[^/]+|e2e|bench|endurance)/" },
      to: { path: "^(packages|apps)/", pathNot: "^$1/", dependencyTypes: ["local"] },
    },
    {
      name: "web-takes-one-thing-of-media",
      comment: "the web process hands renderImage to core; all other media work is the worker's",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: "^packages/media/", pathNot: "^packages/media/src/image\\.ts$" },
    },
    { name: "no-app-is-imported", severity: "error", from: { path: "^packages/" }, to: { path: "^apps/" } },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    combinedDependencies: false,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(generated|\\.next|node_modules/.cache)/|next-env\\.d\\.ts|\\.css$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
