import { Failure } from "../prepare/say.mjs";

/**
 * The spellings of a name.
 * @param {string} kebab such as `photo-colours`
 */
export function spell(kebab) {
  const words = kebab.split("-");
  const pascal = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join("");
  return {
    kebab,
    words: words.join(" "),
    camel: `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}`,
    pascal,
    snake: words.join("_"),
  };
}

/**
 * @param {string | undefined} name as a person typed it
 * @param {string} usage what to type
 * @returns {string} the name, in kebab-case
 * @throws {Failure} when it is none
 */
export function requireName(name, usage) {
  if (name && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return name;
  throw new Failure(name ? `"${name}" is no name in kebab-case.` : "Name it.", `Usage: ${usage}`);
}

/** @param {string} plural such as `albums` or `stories` @returns {string} the word for one of them */
export function singularOf(plural) {
  if (plural.endsWith("ies")) return `${plural.slice(0, -3)}y`;
  return plural.endsWith("s") ? plural.slice(0, -1) : plural;
}
