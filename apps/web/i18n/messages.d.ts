import type messages from "../messages/en.json";

declare module "next-intl" {
  /** Keys and arguments of messages are checked by the compiler. */
  interface AppConfig {
    Locale: "en";
    Messages: typeof messages;
  }
}
