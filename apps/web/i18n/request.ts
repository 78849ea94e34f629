import { getRequestConfig } from "next-intl/server";
import { locales } from "./locales.ts";

/** The one language there is so far, with the day before the month and 24 hours; addresses carry no language. */
export const locale = locales[0];

/** Dates are said in UTC unless a component knows the zone, so that server and browser write the same. */
const timeZone = "UTC";

export default getRequestConfig(async () => ({
  locale,
  timeZone,
  messages: (await import("../messages/en.json")).default,
}));
