import { addPerson, startTestInstance } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const ada = await addPerson(instance);
const headers = { authorization: `Bearer ${ada.token}`, "content-type": "application/json" };
const trpc = `${instance.url}/api/trpc`;

it("refuses a batch of a thousand and a body of ten megabytes", async () => {
  const paths = Array.from({ length: 1_000 }, () => "system.health").join(",");
  expect((await fetch(`${trpc}/${paths}?batch=1`, { headers })).status).toBeGreaterThanOrEqual(400);
  const fifty = Array.from({ length: 51 }, () => "system.health").join(",");
  expect((await fetch(`${trpc}/${fifty}?batch=1`, { headers })).status).toBe(400);
  const body = JSON.stringify({ json: { name: "x".repeat(10 * 1024 * 1024) } });
  expect((await fetch(`${trpc}/libraries.create`, { method: "POST", headers, body })).status).toBe(413);
});

it("takes captions of several megabytes, from those with an account alone", async () => {
  const text = "x".repeat(4 * 1024 * 1024);
  const input = { libraryId: ada.libraryId, fileId: ada.libraryId, seen: 0, name: "a.srt", text };
  const body = JSON.stringify({ json: input });
  const send = (headers: Record<string, string>) =>
    fetch(`${trpc}/transcripts.import`, { method: "POST", headers, body }).then(({ status }) => status);
  // There is no such file.
  expect(await send(headers)).toBe(404);
  expect(await send({ "content-type": "application/json" })).toBe(413);
});

it.each([
  '{ "json": { "name": ["x"] } }',
  '{ "json": { "__proto__": { "isInstanceOwner": true }, "constructor": { "prototype": {} } } }',
  `{ "json": { "name": "' OR 1=1 --" }, "meta": { "values": { "__proto__.polluted": ["Date"] } } }`,
  '{ "json": null }',
  "not JSON",
  "[".repeat(50_000),
])("answers %s without a stack, SQL or a polluted prototype", async (body) => {
  const answer = await fetch(`${trpc}/libraries.create`, { method: "POST", headers, body });
  const text = await answer.text();
  expect(answer.status).toBeLessThan(500);
  expect(text).not.toMatch(/\bat \w+ \(|node_modules|SELECT|INSERT|prisma/i);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

it.each([
  ["files.list", { limit: 1e9 }],
  ["files.list", { cursor: "%' OR 1" }],
  ["files.get", { fileId: "../../x" }],
])("refuses %s with %j as a mistake of the caller", async (path, more) => {
  const input = encodeURIComponent(JSON.stringify({ json: { libraryId: ada.libraryId, ...more } }));
  const answer = await fetch(`${trpc}/${path}?input=${input}`, { headers });
  expect(answer.status).toBe(400);
  expect(await answer.text()).not.toMatch(/stack|SELECT/);
});
