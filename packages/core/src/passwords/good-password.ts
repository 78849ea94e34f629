import { dictionary } from "@zxcvbn-ts/language-common";
import { DomainError } from "../errors.ts";

/** What stands around a common password to make it look like another: "Password1987!" is "password". */
const decoration = /^[^\p{L}]+|[^\p{L}]+$/gu;

/** More characters around a word than this are no decoration: they may be the password. */
const longestDecoration = 6;

/** Something said again and again; the shortest that makes up the whole. */
const repeated = /^(.+?)\1+$/su;

/** What is said again and again says nothing by itself when it is this short. */
const shortestRepeated = 5;

/** About 50 000 passwords, the most used among those that were stolen and published. */
let common: Set<string> | undefined;

/**
 * Refuses a password that is guessed first (NIST SP 800-63B, 3.1.1.2): one of the most used, also with digits and signs
 * around it or said twice, and the person's own name or address. Works offline; the length is `NewPassword`'s part.
 * @throws INVALID with a sentence on what to choose instead
 */
export function requireGoodPassword(
  password: string,
  { name, email }: { name: string; email: string },
): void {
  const cores = coresOf(password);
  const own = [name, email, email.split("@")[0] ?? ""].flatMap((text) => [fold(text), fold(text, "")]);
  if (cores.some((core) => own.includes(core))) {
    throw new DomainError(
      "INVALID",
      "Your name and your address are guessed first. Choose a few words that have nothing to do with you.",
    );
  }
  common ??= new Set(dictionary["passwords-common"]);
  if (cores.some((core) => core.length < shortestRepeated || common?.has(core))) {
    throw new DomainError(
      "INVALID",
      "Many people use this password, so it is guessed first. Choose a few words in a row that only you would put together.",
    );
  }
}

/** @returns the password as it is and as what it is made of, in lower case */
function coresOf(password: string): string[] {
  const whole = fold(password);
  const word = whole.replace(decoration, "");
  const isDecorated = word !== "" && whole.length - word.length <= longestDecoration;
  const cores = isDecorated ? [whole, word] : [whole];
  return cores.flatMap((core) => [core, repeated.exec(core)?.[1] ?? core]);
}

/** Lower case, every space as one `space`, accents and widths as typed on any keyboard (Unicode NFKC). */
function fold(text: string, space = " "): string {
  return text.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/gu, space);
}
