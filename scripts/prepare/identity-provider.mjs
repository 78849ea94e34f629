import { createPrivateKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";

/** How long all that it gives out is good: longer than any test takes. */
const lifeSeconds = 600;

/**
 * Starts an OpenID Connect provider for tests, on a free port of 127.0.0.1, with one client. Its sign-in page takes any
 * address and any password. Someone whose address starts with `unverified-` has not confirmed it.
 * @param {object} options
 * @param {string} options.redirectUri where it sends people back to
 * @param {boolean} options.tellsInToken whether the ID token says all, as Google's does, or `sub` alone
 */
export async function startIdentityProvider({ redirectUri, tellsInToken }) {
  // Loaded here: this file is read before the packages are there.
  const { Provider } = await import("oidc-provider");
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the system told no port");
  const issuer = `http://127.0.0.1:${address.port}`;
  const clientId = "alcoves";
  const clientSecret = randomBytes(24).toString("hex");
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: {
      keys: [makeKey()],
    },
    ttl: {
      Interaction: lifeSeconds,
      Grant: lifeSeconds,
      Session: lifeSeconds,
      AccessToken: lifeSeconds,
      IdToken: lifeSeconds,
    },
    cookies: { keys: [randomBytes(24).toString("hex")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: !tellsInToken,
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) }),
    // Nobody is asked what we may know of them: one page less in each test.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  server.on("request", provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * A signing key as a JWK. By way of PEM: in Node 20 a key that was generated as an object deadlocks when the garbage collector
 * meets its generator during the export.
 */
function makeKey() {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return createPrivateKey(privateKey).export({ format: "jwk" });
}

/** @param {string} id */
function claimsOf(id) {
  return { email: id, email_verified: !id.startsWith("unverified-"), name: "Grace Hopper" };
}
