/** A filter that is offered ready made. Pages name it by its key. */
export interface FilterPreset {
  key: "laughter" | "screaming" | "cheering" | "gunshot" | "profanity" | "reactions" | "funnyClip";
  /** One of the twelve colours of marks, 0–11. */
  color: number;
  expression: string;
}

/** Any of these. Labels of sounds are AudioSet's, as the class map of YAMNet spells them; those with a comma are quoted. */
const anyOf = (prefix: "audio" | "word" | "keyword", values: readonly string[]) =>
  values.map((value) => `${prefix}:${value.includes(",") ? `"${value}"` : value}`).join(", ");

/** The filters that are offered before anybody has written one. */
export const presets: readonly FilterPreset[] = [
  {
    key: "laughter",
    color: 1,
    expression: anyOf("audio", [
      "Laughter",
      "Giggle",
      "Snicker",
      "Belly laugh",
      "Baby laughter",
      "Chuckle, chortle",
    ]),
  },
  {
    key: "screaming",
    color: 0,
    expression: anyOf("audio", ["Screaming", "Shout", "Yell", "Children shouting"]),
  },
  { key: "cheering", color: 4, expression: anyOf("audio", ["Cheering", "Applause", "Clapping", "Whoop"]) },
  {
    key: "gunshot",
    color: 9,
    expression: anyOf("audio", ["Gunshot, gunfire", "Machine gun", "Fusillade", "Artillery fire", "Cap gun"]),
  },
  {
    key: "profanity",
    color: 7,
    expression: [
      anyOf("keyword", ["fuck", "motherfuck", "shit", "bullshit", "bitch", "asshole", "goddamn"]),
      anyOf("word", ["damn", "damned", "bastard", "crap", "wtf"]),
    ].join(", "),
  },
  {
    key: "reactions",
    color: 5,
    expression: [
      anyOf("word", ["wow", "whoa", "what", "no way", "oh my god", "oh my gosh", "omg", "holy cow"]),
      anyOf("audio", ["Gasp"]),
    ].join(", "),
  },
  {
    key: "funnyClip",
    color: 2,
    expression: [
      "audio:Laughter:40 & audio:Cheering",
      "audio:Laughter:40 & audio:Applause",
      "audio:Laughter & keyword:funn",
      "audio:Laughter & keyword:hilarious",
      "audio:Laughter & keyword:joke",
      "audio:Laughter & keyword:kidding",
    ].join(", "),
  },
];
