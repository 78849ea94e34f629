import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Issuer } from "openid-client";
import { afterAll, beforeEach, expect, it } from "vitest";
import { identityProvider } from "./identity-provider.ts";

/** What a provider says of itself, and the paths it was asked for. */
let metadata: Record<string, string> = {};
let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  const isDocument = request.url?.startsWith("/.well-known/");
  response.writeHead(isDocument ? 200 : 400, { "content-type": "application/json" });
  response.end(JSON.stringify(isDocument ? metadata : { error: "invalid_grant" }));
});
// On every address of this machine, so that it also answers to another name.
await new Promise<void>((resolve) => server.listen(0, resolve));
const { port } = server.address() as AddressInfo;
const issuer = `http://127.0.0.1:${port}`;
afterAll(() => server.close());

beforeEach(() => {
  metadata = { issuer, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` };
  asked = [];
});

const config = { id: "oidc", name: "Example", issuer, clientId: "alcoves", clientSecret: "s3cret" } as const;

/** Changes a code for tokens as next-auth does. */
async function exchange() {
  const options = identityProvider(config);
  const found = await Issuer.discover(options.wellKnown ?? "");
  const client = new found.Client({ client_id: "alcoves", client_secret: "s3cret" });
  // next-auth types the provider here by claims of any kind.
  const claims = { profile: () => ({ id: "" }), options: undefined };
  const provider = { ...options, ...claims, signinUrl: "", callbackUrl: "http://localhost/callback" };
  if (typeof options.token !== "object") throw new Error("a handler was expected");
  const params = { code: "code", state: "state" };
  return options.token.request?.({ client, provider, params, checks: { state: "state" } });
}

it("asks the provider that the operator named, wherever it is", async () => {
  await expect(exchange()).rejects.toThrow("invalid_grant");
  expect(asked).toContain("/token");
});

it("believes no document that speaks for another issuer", async () => {
  metadata.issuer = "https://accounts.google.com";
  await expect(exchange()).rejects.toThrow(`${issuer} calls itself https://accounts.google.com`);
  expect(asked).not.toContain("/token");
});

it.each(["http://localhost", "http://[::1]", "http://2130706434", "http://0"])(
  "takes no code and no secret to %s because a document names it",
  async (host) => {
    metadata.token_endpoint = `${host}:${port}/token`;
    await expect(exchange()).rejects.toThrow(/private address/);
    expect(asked).not.toContain("/token");
  },
);
