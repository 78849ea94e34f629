/** The languages there are messages in, as BCP 47 tags. The first is spoken where none fits. */
export const locales = ["en-GB"] as const;
