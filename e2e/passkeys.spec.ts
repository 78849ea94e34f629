import type { CDPSession, Page } from "@playwright/test";
import { enter, expect, type Person, test } from "./person.ts";

/** An authenticator of the page's browser. */
interface Authenticator {
  cdp: CDPSession;
  authenticatorId: string;
}

/** Gives the page's browser an authenticator that sees its person (CDP, WebAuthn domain). */
async function addAuthenticator(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

/** Adds a passkey by the page. */
async function addPasskey(page: Page, person: Person, name: string): Promise<void> {
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(rowOf(page, name)).toContainText("never used");
}

/** Makes the browser one without suggestions: an authenticator that needs no person would take them before the button. */
async function withoutSuggestions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
}

function rowOf(page: Page, name: string) {
  return page.getByRole("list", { name: "Passkeys" }).getByRole("listitem").filter({ hasText: name });
}

test("a passkey is added, signs in without password or code, is renamed and removed", async ({
  page,
  context,
  person,
}) => {
  await withoutSuggestions(page);
  const { cdp, authenticatorId } = await addAuthenticator(page);
  await addPasskey(page, person, "Test phone");
  const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: "localhost" }]);

  await context.clearCookies();
  await page.goto("/sign-in?callbackUrl=/settings/security");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL("/settings/security");
  await expect(rowOf(page, "Test phone")).toContainText("last used");

  await page.getByRole("button", { name: "Rename Test phone" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Old phone");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("button", { name: "Remove Old phone" }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("No passkeys yet.")).toBeVisible();

  // The device has it still; the instance does not know it any more.
  await context.clearCookies();
  await page.goto("/sign-in?callbackUrl=/settings/security");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "does not match an account here" })).toBeVisible();
});

test("a passkey among the suggestions of the email field signs in", async ({ page, context, person }) => {
  await addAuthenticator(page);
  await addPasskey(page, person, "Test phone");
  await context.clearCookies();
  await page.goto("/sign-in?callbackUrl=/settings/security");
  // The authenticator takes the suggestion by itself.
  await page.waitForURL("/settings/security");
});

test("a device adds one passkey, and one that does not see its person signs nobody in", async ({
  page,
  context,
  person,
}) => {
  const { cdp, authenticatorId } = await addAuthenticator(page);
  await addPasskey(page, person, "Test phone");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill("not the password");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByText("That is not your password.")).toBeVisible();
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("This device has a passkey of yours already.")).toBeVisible();

  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await context.clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "No passkey was used." })).toBeVisible();
  expect((await context.request.get("/api/trpc/accounts.me")).status()).toBe(401);
});

test("where passkeys cannot work the page says so, and offers no button that fails", async ({
  page,
  context,
  baseURL,
}) => {
  // The instance is known as localhost; here it is opened by its address.
  const byAddress = (path: string) => (baseURL ?? "").replace("localhost", "127.0.0.1") + path;
  await enter(context);
  const cookies = await context.cookies();
  await page.goto(byAddress("/sign-in"));
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
  await expect(page.getByRole("button", { name: "Use a passkey" })).toBeHidden();
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, domain: "127.0.0.1" })));
  await page.goto(byAddress("/settings/security"));
  await expect(page.getByText(`Open ${baseURL} to add one.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a passkey" })).toBeHidden();
});
