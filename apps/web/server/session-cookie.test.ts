import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { readCredentials, sessionCookieName } from "./session-cookie.ts";

const settings = { origin: "http://localhost:3000", sessionSecret: "a secret of 32 bytes or more, yes" };
const sessionId = "01a1fc07-03da-7681-b636-c0706d6c10ce";

async function cookie(
  secret = settings.sessionSecret,
  token: Record<string, string> = { sessionId },
): Promise<{ cookie: string }> {
  return { cookie: `other=1; alcoves.session=${await encode({ token, secret })}; last=2` };
}

describe("readCredentials", () => {
  it("reads the session out of the sealed cookie", async () => {
    expect(await readCredentials(await cookie(), settings)).toEqual({ sessionId });
  });

  it("takes a cookie sealed with another key, made up, or without a session for none", async () => {
    expect(await readCredentials(await cookie("another secret of 32 bytes or more"), settings)).toBeNull();
    expect(await readCredentials({ cookie: "alcoves.session=eyJhbGciOi.x.y.z" }, settings)).toBeNull();
    expect(await readCredentials(await cookie(settings.sessionSecret, { name: "Ada" }), settings)).toBeNull();
    expect(await readCredentials({}, settings)).toBeNull();
  });

  it("takes a bearer token before a cookie", async () => {
    const headers = { ...(await cookie()), authorization: "Bearer alc_x" };
    expect(await readCredentials(headers, settings)).toEqual({ token: "alc_x" });
  });
});

it("names the cookie so that over https no other host can set it", () => {
  expect(sessionCookieName("https://photos.example.org")).toMatch(/^__Host-/);
  expect(sessionCookieName("http://localhost:3000")).not.toMatch(/^__Host-/);
});
