import type { IdentityProvider } from "@alcoves/config";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { custom, TokenSet } from "openid-client";
import { providerRequest } from "./provider-requests.ts";

/** What a provider says of someone (OpenID Connect Core, 5.1). Only `sub` is sure to be there. */
export interface IdentityClaims {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** How long a provider may take to answer. */
const timeoutMs = 10_000;

/** How next-auth talks to a provider: code flow with PKCE, state and nonce, the ID token's signature checked. */
export function identityProvider(provider: IdentityProvider): OAuthConfig<IdentityClaims> {
  const { id, name, clientId, clientSecret } = provider;
  const issuer = provider.issuer.replace(/\/$/, "");
  return {
    ...{ id, name, type: "oauth", clientId, clientSecret },
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: timeoutMs },
    token: {
      async request({ client, provider: { callbackUrl }, params, checks }) {
        // A document that speaks for another issuer is not to be believed (OpenID Connect Discovery, 4.3).
        if (client.issuer.metadata.issuer.replace(/\/$/, "") !== issuer) {
          throw new Error(`${issuer} calls itself ${client.issuer.metadata.issuer}`);
        }
        const options = (url: URL) => ({ timeout: timeoutMs, ...providerRequest(issuer, url) });
        client[custom.http_options] = options;
        client.issuer[custom.http_options] = options;
        return { tokens: await client.callback(callbackUrl, params, checks) };
      },
    },
    userinfo: {
      async request({ client, tokens: parameters }) {
        const tokens = new TokenSet(parameters);
        const claims: IdentityClaims = tokens.claims();
        if (claims.email !== undefined || !client.issuer.metadata.userinfo_endpoint) return claims;
        // Many tell no more than `sub` in the token. The answer is refused when it is about another subject.
        return { ...claims, ...(await client.userinfo(tokens)) };
      },
    },
    profile: ({ sub }) => ({ id: sub }),
  };
}
