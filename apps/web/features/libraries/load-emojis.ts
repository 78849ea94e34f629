import type { EmojiData } from "frimousse";

/** The newest version of Unicode's emoji that today's devices draw: a picture must show for everyone in the library. */
const newestVersion = 15;

/** Parts of others, such as skin tones alone. */
const componentGroup = 2;

/** @returns every emoji with its English names, fetched from this instance when it is first asked for */
export async function loadEmojis(): Promise<EmojiData> {
  const [{ default: emojis }, { default: messages }] = await Promise.all([
    import("emojibase-data/en/data.json"),
    import("emojibase-data/en/messages.json"),
  ]);
  return {
    locale: "en",
    emojis: emojis.flatMap(({ emoji, group, label, tags = [], version }) =>
      group === undefined || group === componentGroup || version > newestVersion
        ? []
        : [{ emoji, category: group, label, tags, version }],
    ),
    categories: messages.groups
      .filter(({ order }) => order !== componentGroup)
      .map(({ order, message }) => ({ index: order, label: message })),
    skinTones: { light: "", "medium-light": "", medium: "", "medium-dark": "", dark: "" },
  };
}
