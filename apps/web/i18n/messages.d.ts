import type messages from "../messages/en.json";
import type { locale } from "./request.ts";

declare module "next-intl" {
  /** Keys and arguments of messages are checked by the compiler. */
  interface AppConfig {
    Locale: typeof locale;
    Messages: typeof messages;
  }
}
