import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { originalKey, posterKey } from "@alcoves/storage";
import { addPerson, startTestInstance, startTestS3, uploadFile } from "@alcoves/testing";
import { environmentOf } from "@alcoves/testing/environment-of";
import { afterAll, describe, expect, it } from "vitest";

const s3 = await startTestS3();
const instance = await startTestInstance();
afterAll(() => Promise.all([s3.close(), instance.close()]));
const ada = await addPerson(instance);
const { storage } = instance.services;
const bucket = {
  ALCOVES_S3_BUCKET: s3.bucket,
  ALCOVES_S3_ENDPOINT: s3.endpoint,
  ALCOVES_S3_ACCESS_KEY_ID: s3.accessKeyId,
  ALCOVES_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
};

/** Runs the command as the script does, beside the running instance. */
function run(args: string[], environment: Record<string, string> = {}) {
  const file = fileURLToPath(new URL("./command.ts", import.meta.url));
  const env = { ...environmentOf(instance.config), ...environment };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, ["--import", "tsx", file, ...args], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

async function upload(name: string) {
  const fileId = await uploadFile(randomBytes(2_000), { ...instance, ...ada, name });
  const ids = { libraryId: ada.libraryId, fileId };
  return { ids, key: originalKey(ids) };
}

describe("npm run storage", () => {
  it.each([
    [[]],
    [["tidy"]],
    [["migrate", "--to", "tape"]],
    [["check", "--to", "s3"]],
    [["check", "--hard"]],
  ])("with %j says how it is used, or what is wrong", async (args) => {
    const { code, err } = await run(args);
    expect([code, err]).toEqual([2, expect.stringMatching(/npm run storage --|Unknown option/)]);
  });

  it("check names what is wrong and leaves with 1, and with 0 when all is well", async () => {
    const { key, ids } = await upload("wedding.jpg");
    expect(await run(["check"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing is wrong."),
    });
    const whole = await storage.readBuffer(key, 10_000);
    await storage.write(key, randomBytes(2_000));
    const { code, out } = await run(["check"]);
    expect(code).toBe(1);
    expect(out).toContain(`damaged original: “wedding.jpg” in My Library, ${key}`);
    expect((await run(["check", "--fast"])).code).toBe(0);
    await storage.write(key, whole);

    const orphan = posterKey({ ...ids, version: 7 });
    await storage.write(orphan, Buffer.from("x"));
    const lines = (await run(["check", "--json"])).out.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        flaw: "cache without a file",
        key: orphan,
        name: "wedding.jpg",
        library: "My Library",
        repaired: false,
      },
      { summary: { found: 1, repaired: 0 } },
    ]);
    expect((await run(["check", "--repair"])).code).toBe(0);
    expect(await storage.stat(orphan)).toBeNull();
  }, 120_000);

  it("migrate copies to a bucket, says which setting to change, and empties no source that is in use", async () => {
    await upload("one.bin");
    const unnamed = await run(["migrate", "--to", "s3"]);
    expect([unnamed.code, unnamed.err]).toEqual([2, expect.stringContaining("ALCOVES_S3_BUCKET")]);
    const { code, out } = await run(["migrate", "--to", "s3"], bucket);
    expect([code, out]).toEqual([0, expect.stringContaining("Set ALCOVES_STORAGE=s3")]);
    expect(await run(["check"], { ...bucket, ALCOVES_STORAGE: "s3" })).toMatchObject({ code: 0 });

    const removing = ["migrate", "--to", "s3", "--remove-source"];
    const refused = await run(removing, bucket);
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining("ALCOVES_STORAGE is not s3 yet"),
    ]);
    expect((await run(removing, { ...bucket, ALCOVES_STORAGE: "s3" })).code).toBe(0);
    const left: string[] = [];
    for await (const key of storage.list("files/")) left.push(key);
    expect(left).toEqual([]);
  }, 120_000);
});
