import { CreateToken } from "@alcoves/core/accounts/schema";
import { expect, test } from "vitest";
import { expiryDays, tokenExpiries } from "./token-expiry.ts";

test("every choice of expiry is one that the server takes", () => {
  for (const expiry of tokenExpiries) {
    const input = { name: "Backup", scope: "read", expiresInDays: expiryDays(expiry) };
    expect(CreateToken.parse(input).expiresInDays).toBe(expiry === "never" ? null : Number(expiry));
  }
});
