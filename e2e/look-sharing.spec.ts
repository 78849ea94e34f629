import { expectAccessible } from "./accessible.ts";
import { asInstanceOwner } from "./instance-owner.ts";
import { MembersPage } from "./pages/members-page.ts";
import { callApi, enter, expect, newAddress, test } from "./person.ts";

for (const colorScheme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test("members, invites, library settings and admin are accessible", async ({
        page,
        context,
        browser,
        person,
      }) => {
        const look = async (name: string) => {
          await expectAccessible(page);
          await page.screenshot({ path: `../test-results/look/${name}-${colorScheme}-${width}.png` });
        };
        const { libraryId } = await callApi<{ libraryId: string }>(context, "libraries.create", {
          name: "Family",
        });
        const members = new MembersPage(page);
        await members.open(libraryId);
        await look("members-alone");
        const link = await members.invite({ for: "5 people" });
        const guest = await browser.newContext({
          extraHTTPHeaders: { "x-forwarded-for": newAddress() },
          colorScheme,
          viewport: { width, height: 844 },
        });
        await enter(guest, "Grace Hopper");
        const token = link.slice(link.lastIndexOf("/") + 1);
        await callApi(guest, "invites.redeem", { token });
        await guest.close();

        await members.open(libraryId);
        await expect(members.row("Grace Hopper")).toBeVisible();
        await look("members");
        await members.invites.getByRole("button", { name: "Show link" }).click();
        await expect(page.getByRole("img", { name: "QR code of the invite link" })).toBeVisible();
        await look("invite-link");
        await page.goto(`/l/${libraryId}/settings`);
        await expect(page.getByRole("switch", { name: "Find faces" })).toBeVisible();
        await look("library-settings");
        await page.getByRole("button", { name: "All emoji" }).click();
        await expect(page.getByRole("gridcell").first()).toBeVisible();
        await look("emoji-search");

        await asInstanceOwner(person.email, async () => {
          for (const [path, heading] of [
            ["/admin", "Registration"],
            ["/admin/audit", "Audit log"],
          ] as const) {
            await page.goto(path);
            await expect(page.getByRole("heading", { name: heading })).toBeVisible();
            await look(path.slice(1).replace("/", "-"));
          }
        });

        await context.clearCookies();
        await page.goto(link);
        await expect(page.getByRole("heading", { name: "Ada Lovelace invites you" })).toBeVisible();
        await look("invite");
        await page.getByRole("link", { name: "Make an account and join" }).click();
        await expect(page.getByRole("heading", { name: "Join Family" })).toBeVisible();
        await look("invite-register");
      });
    });
  }
}
