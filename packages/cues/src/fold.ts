const asciiOnly = /^[ -~\s]*$/;

/**
 * Text as it is compared: without case, accents and forms of width; one space between words, none at the ends. Letters that Unicode
 * does not take apart (ø, ł) stay what they are.
 */
export function foldText(text: string): string {
  return (asciiOnly.test(text) ? text.toLowerCase() : foldLetters(text)).replace(/\s+/g, " ").trim();
}

function foldLetters(text: string): string {
  return (
    text
      .normalize("NFKD")
      // Accents alone: other marks are letters to those who write them, those of kana and the vowels of Devanagari.
      .replace(/[\u0300-\u036f]+/g, "")
      // Down, up and down: ß, ẞ and ss have one capital, and so have ı and i; σ and ς differ by the place in the word alone.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replaceAll("ς", "σ")
      .replaceAll("’", "'")
      // Taken apart, 가 would be the beginning of 각.
      .normalize("NFC")
  );
}

/**
 * @param folded by `foldText`
 * @returns the words in it: runs of letters and digits, so that "don't" is two. Chinese, Japanese and Thai stand without spaces: there a
 * run is a phrase
 */
export function wordsIn(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
