import { refuse } from "./filter-error.ts";

/** A piece of an expression; `at` and `length` are of what is written, spaces around it excluded. */
export type Token = { at: number; length: number } & (
  | { type: "," | "&" | ":" | "end" }
  | { type: "bare" | "quoted"; text: string }
);

/** @returns the pieces of an expression, the end being the last. @throws FilterRefusal for a bad quotation */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    const token = tokenAt(expression, at);
    if (token) tokens.push(token);
    at += token?.length ?? 1;
  }
  return [...tokens, { type: "end", at, length: 0 }];
}

/** @returns the piece that begins here; null for a space */
function tokenAt(expression: string, at: number): Token | null {
  const sign = expression.charAt(at);
  if (sign.trim() === "") return null;
  if (sign === "," || sign === "&" || sign === ":") return { type: sign, at, length: 1 };
  if (sign === '"') return quotedAt(expression, at);
  const rest = expression.slice(at);
  const end = rest.search(/[,&:"]/);
  const text = (end < 0 ? rest : rest.slice(0, end)).trimEnd();
  return { type: "bare", at, length: text.length, text };
}

function quotedAt(expression: string, begin: number): Token {
  let text = "";
  for (let at = begin + 1; at < expression.length; at += 1) {
    const sign = expression.charAt(at);
    if (sign === '"') return { type: "quoted", at: begin, length: at + 1 - begin, text };
    if (sign === "\\") {
      at += 1;
      // Taken apart like this, a character of two UTF-16 units stays whole.
      const [escaped = ""] = expression.slice(at);
      if (escaped !== "" && escaped !== '"' && escaped !== "\\")
        refuse({ at: at - 1, length: 1 + escaped.length }, { code: "bad-escape", found: sign + escaped });
      text += escaped;
    } else text += sign;
  }
  return refuse({ at: begin, length: expression.length - begin }, { code: "unclosed-quote" });
}
