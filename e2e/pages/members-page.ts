import { expect, type Locator, type Page } from "@playwright/test";

/** The page of a library's members, as people use it. */
export class MembersPage {
  readonly invites: Locator;

  constructor(private readonly page: Page) {
    this.invites = page.getByRole("region", { name: "Invites" });
  }

  async open(libraryId: string): Promise<void> {
    await this.page.goto(`/l/${libraryId}/members`);
    await expect(this.page.getByRole("heading", { name: "Members", exact: true })).toBeVisible();
  }

  /** The row of a member. */
  row(name: string): Locator {
    return this.page.getByRole("list", { name: "Members" }).getByRole("listitem").filter({ hasText: name });
  }

  /** Makes an invite. @returns its link, as it is shown to be shared */
  async invite(wanted: { for: string }): Promise<string> {
    await this.page.getByRole("button", { name: "Invite people" }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel("For", { exact: true }).selectOption(wanted.for);
    await dialog.getByRole("button", { name: "Make link" }).click();
    await expect(dialog.getByRole("img", { name: "QR code of the invite link" })).toBeVisible();
    const link = await dialog.getByLabel("Invite link", { exact: true }).inputValue();
    await this.page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    return link;
  }

  async changeRole(name: string, role: string): Promise<void> {
    await this.row(name)
      .getByRole("button", { name: /^Role of/ })
      .click();
    await this.page.getByRole("menuitemradio", { name: role }).click();
    await expect(this.row(name)).toContainText(role);
    await expect(this.page.getByText(`${name} is now`)).toBeVisible();
  }

  async remove(name: string): Promise<void> {
    await this.row(name).getByRole("button", { name: /^More/ }).click();
    await this.page.getByRole("menuitem", { name: "Remove" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await expect(this.row(name)).toHaveCount(0);
  }

  async handOver(name: string): Promise<void> {
    await this.row(name).getByRole("button", { name: /^More/ }).click();
    await this.page.getByRole("menuitem", { name: "Make owner" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Make owner" }).click();
    await expect(this.row(name)).toContainText("Owner");
  }

  /** Revokes the invite whose row says something. */
  async revokeInvite(saying: string): Promise<void> {
    const row = this.invites.getByRole("listitem").filter({ hasText: saying });
    await row.getByRole("button", { name: "Revoke" }).click();
    await expect(row).toContainText("Revoked");
  }
}
