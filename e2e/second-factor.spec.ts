import type { Page } from "@playwright/test";
import { TOTP, URI } from "otpauth";
import { expect, type Person, test } from "./person.ts";

/** Switches two-factor sign-in on by the page. @returns the secret of the app, and the recovery codes */
async function setUp(page: Page, person: Person): Promise<{ secret: string; recoveryCodes: string[] }> {
  await page.goto("/settings/security");
  // This button appears with the page's scripts: from then on every other answers too.
  await expect(page.getByRole("button", { name: "Add a passkey" })).toBeVisible();
  await page.getByRole("button", { name: "Set up" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  const secret = await dialog.getByLabel("Secret").inputValue();
  await dialog.getByLabel("Code", { exact: true }).fill(codeOf(secret));
  await dialog.getByRole("button", { name: "Switch on" }).click();
  const codes = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const recoveryCodes = await codes.allTextContents();
  await dialog.getByRole("button", { name: "I kept them" }).click();
  await expect(page.getByText("10 recovery codes left")).toBeVisible();
  return { secret, recoveryCodes };
}

/** @param steps of 30 seconds from now; a code counts once, so each sign-in of a test takes another */
function codeOf(secret: string, steps = 0): string {
  const uri = URI.parse(`otpauth://totp/Alcoves?secret=${secret}`);
  if (!(uri instanceof TOTP)) throw new Error("no TOTP");
  return uri.generate({ timestamp: Date.now() + steps * 30_000 });
}

async function enterPassword(page: Page, person: Person): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("an authenticator app is set up, and from then on its code is asked for after the password", async ({
  page,
  person,
}) => {
  const { secret } = await setUp(page, person);
  await enterPassword(page, person);
  const code = page.getByLabel("Code", { exact: true });
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  const right = codeOf(secret, 1);
  await code.fill(right === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This code is wrong" })).toBeVisible();
  // One step ahead: that of now was used to switch it on.
  await code.fill(codeOf(secret, 1));
  await code.press("Enter");
  await page.waitForURL(`/l/${person.libraryId}`);
});

test("a recovery code lets in once, new ones replace the old, and switching off needs the password", async ({
  page,
  person,
}) => {
  const { recoveryCodes } = await setUp(page, person);
  const enterRecoveryCode = async (recoveryCode: string) => {
    await enterPassword(page, person);
    await page.getByRole("button", { name: "Use a recovery code" }).click();
    await page.getByLabel("Recovery code").fill(recoveryCode.toUpperCase());
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  await enterRecoveryCode(recoveryCodes[0] ?? "");
  await page.waitForURL(`/l/${person.libraryId}`);
  await enterRecoveryCode(recoveryCodes[0] ?? "");
  await expect(page.getByRole("alert").filter({ hasText: "used already" })).toBeVisible();
  await enterRecoveryCode(recoveryCodes[1] ?? "");
  await page.waitForURL(`/l/${person.libraryId}`);

  await page.goto("/settings/security");
  await expect(page.getByText("8 recovery codes left")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a passkey" })).toBeVisible();
  await page.getByRole("button", { name: "New codes" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "New codes" }).click();
  await expect(dialog.getByRole("list", { name: "Recovery codes" })).not.toContainText(
    recoveryCodes[2] ?? "",
  );
  const download = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("alcoves-recovery-codes.txt");
  await dialog.getByRole("button", { name: "I kept them" }).click();
  await expect(page.getByText("10 recovery codes left")).toBeVisible();

  await page.getByRole("button", { name: "Switch off" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill("not the password");
  await dialog.getByRole("button", { name: "Switch off" }).click();
  await expect(dialog.getByText("That is not your password.")).toBeVisible();
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByRole("button", { name: "Set up" })).toBeVisible();
  await enterPassword(page, person);
  await page.waitForURL(`/l/${person.libraryId}`);
});
