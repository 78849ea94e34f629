import { errorCodeOf } from "../../../../features/accounts/enter-by-identity.ts";
import { forgetPendingLink, readPendingLink } from "../../../../features/accounts/pending-link-cookie.ts";
import { safeCallbackUrl } from "../../../../features/accounts/safe-callback-url.ts";
import { inProcess } from "../../../../server/in-process.ts";

/** Takes the consent to connect the identity that waits in this browser, from our own pages alone. */
export async function POST(request: Request): Promise<Response> {
  const { apiContext, connectIdentity, origin } = inProcess();
  if (request.headers.get("origin") !== origin) return new Response(null, { status: 403 });
  const callbackUrl = (await request.formData()).get("callbackUrl");
  const link = await readPendingLink();
  const { core } = await apiContext(request.headers);
  const goTo = (path: string) =>
    new Response(null, { status: 303, headers: { location: new URL(path, origin).href } });
  if (core.principal.kind !== "member") return goTo("/sign-in/link");
  await forgetPendingLink();
  try {
    await connectIdentity(core, { link: link ?? "" });
  } catch (error) {
    return goTo(`/settings/security?error=${errorCodeOf(error)}`);
  }
  return goTo(safeCallbackUrl(typeof callbackUrl === "string" ? callbackUrl : null, origin));
}
