import { startTestS3 } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { describeBlobStore } from "./blob-store.contract.ts";
import { createS3BlobStore } from "./s3.ts";

const server = await startTestS3();
afterAll(() => server.close());
const store = createS3BlobStore(server);

describeBlobStore("an S3 bucket", () => store);

it("says what to do when the server is away", async () => {
  const away = createS3BlobStore({ ...server, endpoint: "http://127.0.0.1:1" });
  await expect(away.check()).rejects.toMatchObject({
    name: "StorageUnavailable",
    message: expect.stringContaining("ALCOVES_S3_"),
  });
}, 60_000);
