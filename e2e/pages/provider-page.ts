import type { Page } from "@playwright/test";

/** The sign-in page of the provider that the tests run: it takes any address. */
export class ProviderPage {
  constructor(private readonly page: Page) {}

  async signIn(email: string): Promise<void> {
    await this.page.locator("input[name=login]").fill(email);
    await this.page.locator("input[name=password]").fill("any");
    await this.page.locator("button[type=submit]").click();
  }

  /** Signs in, and stops the browser on its way back. @returns the address it was sent to, which nobody has opened yet */
  async answerTo(email: string): Promise<string> {
    // A page's routes see the first address of a chain of redirects alone; this sees them all.
    const browser = await this.page.context().newCDPSession(this.page);
    const stopped = new Promise<string>((resolve) => {
      browser.once("Fetch.requestPaused", ({ requestId, request }) => {
        void browser.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
        resolve(request.url);
      });
    });
    await browser.send("Fetch.enable", { patterns: [{ urlPattern: "*/api/auth/callback/*" }] });
    await this.signIn(email);
    const answer = await stopped;
    await browser.detach();
    return answer;
  }

  async cancel(): Promise<void> {
    await this.page.getByRole("link", { name: /cancel/i }).click();
  }
}
