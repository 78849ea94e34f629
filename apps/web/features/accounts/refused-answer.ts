import { inProcess } from "../../server/in-process.ts";

/** Hands to core what next-auth has refused by itself: a provider's answer whose state, code or signature is not right. */
export async function noteRefusedAnswer(request: Request, answer: Response): Promise<void> {
  const { apiContext, identityProviders, refuseAnswer, log } = inProcess();
  const { pathname } = new URL(request.url);
  const provider = identityProviders.find(({ id }) => pathname.endsWith(`/callback/${id}`));
  if (!provider || !answer.headers.get("location")?.endsWith("error=OAuthCallback")) return;
  const { core } = await apiContext(request.headers);
  await refuseAnswer(core, { provider: provider.id }).catch((error: unknown) => {
    log.warn({ error, provider: provider.id }, "a refused answer was not written down");
  });
}

/** next-auth tells of wrong settings and of providers that do not answer in its log alone: the operator sees those. */
export function logProviderTrouble(code: string, metadata: unknown): void {
  if (code !== "SIGNIN_OAUTH_ERROR" && code !== "OAUTH_CALLBACK_ERROR") return;
  if (typeof metadata !== "object" || metadata === null) return;
  const { error, providerId: provider }: { error?: unknown; providerId?: unknown } = metadata;
  const said = error instanceof Error ? error.message : "no reason";
  // A mismatch is told with both values: they are the browser's secrets.
  const reason = /^(state|nonce) mismatch/.exec(said)?.[0] ?? said;
  inProcess().log.warn({ provider, reason }, "signing in through a provider did not work");
}
