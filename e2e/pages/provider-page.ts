import type { Page } from "@playwright/test";

/** The sign-in page of the provider that the tests run: it takes any address. */
export class ProviderPage {
  constructor(private readonly page: Page) {}

  async signIn(email: string): Promise<void> {
    await this.page.locator("input[name=login]").fill(email);
    await this.page.locator("input[name=password]").fill("any");
    await this.page.locator("button[type=submit]").click();
  }

  async cancel(): Promise<void> {
    await this.page.getByRole("link", { name: /cancel/i }).click();
  }
}
