import { expect, it } from "vitest";
import { startTestS3 } from "./s3.ts";

it("answers on its address and is gone when closed", async () => {
  const s3 = await startTestS3();
  const answer = await fetch(`${s3.endpoint}/${s3.bucket}/missing`);
  expect([403, 404]).toContain(answer.status);
  await answer.text();
  await s3.close();
  await expect(fetch(s3.endpoint)).rejects.toThrow();
});
