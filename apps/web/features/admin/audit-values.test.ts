import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { locales } from "../../i18n/locales.ts";
import messages from "../../messages/en.json" with { type: "json" };
import { changesOf, valuesOf } from "./audit-values.ts";

const t = createTranslator({ locale: locales[0], messages, namespace: "admin" });

it("makes sentences of acts", () => {
  const library = { libraryId: "1", library: "Attic" };
  expect([
    t("did.session.opened", valuesOf({ by: "password_and_code" })),
    t("did.sessions.ended", valuesOf({ count: 2 })),
    t("did.member.changed", valuesOf({ ...library, member: "Bob", role: "admin" })),
    t("did.invite.created", valuesOf({ ...library, maxUses: null })),
    t("did.invite.created", valuesOf({ ...library, maxUses: 3 })),
    t("did.identity.connected", valuesOf({ provider: "google", email: "ada@example.org" })),
  ]).toEqual([
    "signed in with a password and a code",
    "signed out of 2 other sessions",
    "made Bob an admin of “Attic”",
    "made an invite to “Attic” for any number of people",
    "made an invite to “Attic” for up to 3 people",
    "connected Google as ada@example.org",
  ]);
});

it("tells what was changed, each with its new value", () => {
  const told = (subject: Parameters<typeof changesOf>[0]) =>
    changesOf(subject).map(({ name, value }) => t(`changed.${name}`, { value }));
  expect(told({ libraryId: "1", library: "Attic", name: "Cellar", findsFaces: true })).toEqual([
    "name “Cellar”",
    "finding faces on",
  ]);
  expect(told({ quotaBytes: 2_000_000_000 })).toEqual(["storage limit 2.0 GB"]);
  expect(told({ quotaBytes: null })).toEqual(["storage limit none"]);
  expect(told({ registrationMode: "invite_only" })).toEqual(["registration by invitation"]);
});
