import { request } from "node:http";
import { addPerson, createTusSender, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const friend = "https://app.example.org";
const instance = await startTestInstance({ environment: { ALCOVES_ALLOWED_ORIGINS: friend } });
afterAll(() => instance.close());
const ada = await addPerson(instance);
const cookie = `test.session=${ada.sessionId}`;
const strangers = [
  "https://evil.example",
  "null",
  `${friend}.evil.example`,
  "http://app.example.org",
  "HTTPS://APP.EXAMPLE.ORG",
];

/** Node's own client: it sends whatever headers it is told to. */
function send(method: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const sending = request(instance.url + path, { method, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    sending.on("error", reject);
    sending.end();
  });
}

const changes = [
  ["POST", "/api/trpc/libraries.create"],
  ["POST", "/api/tus"],
  ["PATCH", `/api/tus/${"0".repeat(32)}`],
  ["DELETE", `/api/tus/${"0".repeat(32)}`],
] as const;

describe("a change that a cookie would allow", () => {
  it.each(changes)("%s %s is refused from every other site", async (method, path) => {
    for (const origin of strangers) {
      expect((await send(method, path, { cookie, origin })).status, origin).toBe(403);
    }
    for (const site of ["cross-site", "same-site"]) {
      expect((await send(method, path, { cookie, "sec-fetch-site": site })).status, site).toBe(403);
    }
  });

  it.each(changes)(
    "%s %s is refused also when it shows something else that is no token",
    async (method, path) => {
      for (const authorization of ["Basic YTpi", "Bearer ", "bearer x y", " "]) {
        const { status } = await send(method, path, {
          cookie,
          origin: "https://evil.example",
          authorization,
        });
        expect(status, authorization).toBe(403);
      }
    },
  );

  it.each(changes)(
    "%s %s passes from our own pages, and from those that are allowed",
    async (method, path) => {
      for (const origin of [instance.config.origin, friend]) {
        expect((await send(method, path, { cookie, origin })).status, origin).not.toBe(403);
      }
      expect((await send(method, path, { cookie, "sec-fetch-site": "same-origin" })).status).not.toBe(403);
    },
  );

  it.each(changes)(
    "%s %s passes for programs with a token, which no browser sends by itself",
    async (method, path) => {
      const authorization = `Bearer ${ada.token}`;
      expect((await send(method, path, { authorization })).status).not.toBe(403);
      expect((await send(method, path, { authorization, origin: "https://evil.example" })).status).not.toBe(
        403,
      );
    },
  );
});

describe("answers that another site's page may read", () => {
  it("are given to allowed origins, by name and never to all, at every kind of door", async () => {
    const fileId = await uploadFile(Buffer.from("x"), { ...instance, ...ada, name: "x.txt" });
    const place = new URL(await createTusSender({ ...instance, ...ada }).begin(3)).pathname;
    const tus = { "tus-resumable": "1.0.0" };
    const doors: [string, string, Record<string, string>][] = [
      ["GET", "/api/version", {}],
      ["GET", `/api/media/${fileId}/original`, {}],
      ["HEAD", `/api/media/${fileId}/original`, {}],
      ["HEAD", place, tus],
      ["GET", "/api/trpc/accounts.me", {}],
      ["GET", `/api/media/${fileId}/nothing`, {}],
      ["OPTIONS", "/api/tus", { "access-control-request-method": "POST" }],
      ["OPTIONS", "/api/trpc/accounts.me", { "access-control-request-method": "POST" }],
    ];
    for (const [method, path, more] of doors) {
      const headers = { authorization: `Bearer ${ada.token}`, ...more };
      const own = (await send(method, path, { ...headers, origin: friend })).headers;
      expect(own["access-control-allow-origin"], `${method} ${path}`).toBe(friend);
      expect(own["access-control-allow-credentials"], `${method} ${path}`).toBe("true");
      expect(String(own.vary).toLowerCase(), `${method} ${path}`).toContain("origin");
      for (const origin of [...strangers, ""]) {
        const told = (await send(method, path, { ...headers, ...(origin ? { origin } : {}) })).headers;
        expect(told["access-control-allow-origin"], `${method} ${path} from ${origin}`).toBeUndefined();
      }
    }
  });
});
