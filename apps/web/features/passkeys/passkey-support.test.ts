import { describe, expect, it } from "vitest";
import { passkeySupport } from "./passkey-support.ts";

const home = "https://photos.example.org";

describe("passkeySupport", () => {
  it.each([
    [home, home, true, "ready"],
    [home, home, false, "browser"],
    [home, "https://192.168.1.20", true, "elsewhere"],
    [home, "http://photos.example.org", false, "elsewhere"],
    ["http://192.168.1.20:3000", "http://192.168.1.20:3000", true, "address"],
    ["http://photos.example.org", "http://photos.example.org", false, "address"],
    ["http://localhost:3000", "http://localhost:3000", true, "ready"],
    ["http://localhost:3000", "http://127.0.0.1:3000", true, "elsewhere"],
  ])("instance at %s, opened at %s, WebAuthn %s: %s", (origin, opened, hasWebAuthn, expected) => {
    expect(passkeySupport(origin, { origin: opened, hasWebAuthn })).toBe(expected);
  });
});
