import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { configurationPage, envExample } from "./document.ts";
import { ConfigError, readConfig, readStorageConfig } from "./read-config.ts";

const good = {
  ALCOVES_SESSION_SECRET: "x".repeat(32),
  ALCOVES_DATABASE_URL: "postgresql://localhost/alcoves",
  ALCOVES_REDIS_URL: "redis://localhost:6379",
};

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("readConfig", () => {
  it("fills in defaults and makes paths absolute", () => {
    const config = readConfig(good);
    expect(config).toMatchObject({ port: 3000, mode: "all", production: true, allowedOrigins: [] });
    expect(config.dataPath).toMatch(/^\/.*data$/);
    expect(config.storage).toEqual({ driver: "local", path: `${config.dataPath}/storage` });
  });

  it("names every missing variable at once, with an example of each", () => {
    const problems = problemsOf({});
    expect(problems).toHaveLength(3);
    expect(problems).toContainEqual(
      "ALCOVES_REDIS_URL is not set. Example: ALCOVES_REDIS_URL=redis://localhost:6379/0",
    );
  });

  it.each([
    ["ALCOVES_PORT", "eighty", "must be a whole number"],
    ["ALCOVES_PORT", "70000", "must be at most 65535"],
    ["ALCOVES_MODE", "both", "must be one of all, api, worker"],
    ["ALCOVES_DATABASE_URL", "mysql://x", "must be a postgresql:// address"],
    ["ALCOVES_URL", "photos.example.org", "must be a http:// or https:// address"],
    ["ALCOVES_SESSION_SECRET", "short", "must be at least 32 bytes long"],
    ["ALCOVES_MAP_TILES_URL", "https://tiles.example.org/", "must name {z}, {x} and {y} in its path"],
    ["ALCOVES_MAP_TILES_URL", "https://{z}.example.org/{x}/{y}", "must"],
    ["ALCOVES_ALLOWED_ORIGINS", "*", 'holds "*", which is not an origin'],
  ])("says what is wrong with %s=%s in one message", (name, value, wanted) => {
    const problems = problemsOf({ ...good, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${name} ${wanted}`);
    expect(problems[0]).toContain(`Example: ${name}=`);
  });

  it("knows the tiles of the map by their address and whom they are from, or not at all", () => {
    const url = "https://tiles.example.org/{z}/{x}/{y}.png";
    expect(readConfig(good).mapTiles).toBeNull();
    expect(problemsOf({ ...good, ALCOVES_MAP_TILES_URL: url })).toHaveLength(1);
    const both = { ALCOVES_MAP_TILES_URL: url, ALCOVES_MAP_TILES_ATTRIBUTION: "© Example" };
    expect(readConfig({ ...good, ...both }).mapTiles).toEqual({ url, attribution: "© Example" });
  });

  it("tells of the storage that is not in use, for moving there", () => {
    const both = { ...good, ALCOVES_DATA_PATH: "/data", ALCOVES_S3_BUCKET: "photos" };
    expect(readStorageConfig("local", { ...both, ALCOVES_STORAGE: "s3" })).toEqual({
      driver: "local",
      path: "/data/storage",
    });
    expect(readStorageConfig("s3", both)).toMatchObject({ driver: "s3", bucket: "photos" });
    expect(() => readStorageConfig("s3", good)).toThrow("ALCOVES_S3_BUCKET is not set");
  });

  it("treats an empty value as not set", () => {
    expect(readConfig({ ...good, ALCOVES_PORT: " " }).port).toBe(3000);
  });

  it("reads how mail is sent, both or none", () => {
    const mail = { ALCOVES_SMTP_URL: "smtps://a:b@mail.example.org", ALCOVES_MAIL_FROM: "A <a@example.org>" };
    expect(readConfig(good).mail).toBeNull();
    expect(readConfig({ ...good, ...mail }).mail).toEqual({
      smtpUrl: "smtps://a:b@mail.example.org",
      from: "A <a@example.org>",
    });
    expect(problemsOf({ ...good, ALCOVES_SMTP_URL: mail.ALCOVES_SMTP_URL })[0]).toMatch(/^ALCOVES_MAIL_FROM/);
    expect(problemsOf({ ...good, ALCOVES_MAIL_FROM: mail.ALCOVES_MAIL_FROM })[0]).toMatch(
      /^ALCOVES_SMTP_URL/,
    );
    expect(problemsOf({ ...good, ...mail, ALCOVES_MAIL_FROM: "nobody" })[0]).toContain("must be an email");
  });

  it("asks for a bucket when storage is s3", () => {
    expect(problemsOf({ ...good, ALCOVES_STORAGE: "s3" })[0]).toContain("ALCOVES_S3_BUCKET is not set");
  });

  it("knows the providers whose client it is given, Google first", () => {
    expect(readConfig(good).identityProviders).toEqual([]);
    const google = {
      ALCOVES_OAUTH_GOOGLE_CLIENT_ID: "client",
      ALCOVES_OAUTH_GOOGLE_CLIENT_SECRET: "secret",
    };
    const oidc = {
      ALCOVES_OIDC_ISSUER: "https://id.example.org",
      ALCOVES_OIDC_CLIENT_ID: "alcoves",
      ALCOVES_OIDC_CLIENT_SECRET: "secret too",
    };
    expect(readConfig({ ...good, ...oidc, ...google }).identityProviders).toEqual([
      {
        id: "google",
        name: "Google",
        issuer: "https://accounts.google.com",
        clientId: "client",
        clientSecret: "secret",
      },
      {
        id: "oidc",
        name: "single sign-on",
        issuer: "https://id.example.org",
        clientId: "alcoves",
        clientSecret: "secret too",
      },
    ]);
  });

  it.each([
    ["ALCOVES_OAUTH_GOOGLE_CLIENT_ID", "ALCOVES_OAUTH_GOOGLE_CLIENT_SECRET"],
    ["ALCOVES_OAUTH_GOOGLE_CLIENT_SECRET", "ALCOVES_OAUTH_GOOGLE_CLIENT_ID"],
    ["ALCOVES_OIDC_CLIENT_SECRET", "ALCOVES_OIDC_CLIENT_ID"],
  ])("refuses %s without %s, and tells no secret", (given, missing) => {
    const problems = problemsOf({ ...good, [given]: "a-secret-value" }).join("\n");
    expect(problems).toContain(`${missing} is not set, and ${given} is.`);
    expect(problems).not.toContain("a-secret-value");
  });

  it("takes an issuer for an address without query and fragment", () => {
    const [problem] = problemsOf({ ...good, ALCOVES_OIDC_ISSUER: "https://id.example.org/?a=b" });
    expect(problem).toContain("ALCOVES_OIDC_ISSUER must be an address without query and fragment");
  });

  it("ends an entry point with code 1 and no stack", async () => {
    const entry = fileURLToPath(new URL("./index.ts", import.meta.url));
    const script = `import { orExit, readConfig } from ${JSON.stringify(entry)}; orExit(() => readConfig());`;
    const run = promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", script],
      {
        env: { PATH: process.env.PATH, ...good, ALCOVES_PORT: "x" },
      },
    );
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr:
        "Alcoves cannot start with these settings:\n  ALCOVES_PORT must be a whole number. Example: ALCOVES_PORT=3000\n",
    });
  });
});

describe("the written settings", () => {
  it.each([
    [".env.example", envExample],
    ["docs/configuration.md", configurationPage],
  ])("%s says what the table of variables says", async (path, render) => {
    const written = await readFile(new URL(`../../../${path}`, import.meta.url), "utf8");
    expect(written, "run: npm run document --workspace @alcoves/config").toBe(render());
  });
});
