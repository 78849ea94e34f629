import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { expect, it } from "vitest";

it("a picture that nobody has made after 30 s is given up with a sentence, and may be asked for again", async () => {
  const instance = await startTestInstance(); // without a worker
  const ada = await addPerson(instance);
  const fileId = await uploadFile(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"/>`), {
    ...instance,
    ...ada,
  });
  const startedAt = performance.now();
  const answer = await fetch(`${instance.url}/api/media/${fileId}/preview`, {
    headers: { authorization: `Bearer ${ada.token}` },
  });
  const { message } = (await answer.json()) as { message: string };
  expect(answer.status).toBe(503);
  expect(message).toBe("This picture took too long to make. Try again in a moment.");
  expect(performance.now() - startedAt).toBeGreaterThan(29_000);
  await instance.close();
}, 60_000);
