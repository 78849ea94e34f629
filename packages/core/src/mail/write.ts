import type { Letter } from "./schema.ts";

/** A text for a header: line ends would begin a header of their own (RFC 5322, 2.2). */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

/** The letter for programs that show plain text. */
export function textOf({ before, link, after }: Letter): string {
  return [...before, `${link.label}:\n${link.url}`, ...after].join("\n\n");
}

/** The letter as a page: one column, one button, nothing that is fetched. */
export function htmlOf({ subject, before, link, after }: Letter): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${encode(text)}</p>`;
  const button = `<p style="margin:24px 0"><a href="${encode(link.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#9a5a12;color:#ffffff;text-decoration:none;font-weight:600">${encode(link.label)}</a></p>`;
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${encode(oneLine(subject))}</title></head>`,
    `<body style="margin:0;padding:32px 20px;font:16px/1.5 system-ui,sans-serif"><div style="max-width:480px;margin:0 auto">`,
    ...before.map(paragraph),
    button,
    ...after.map(paragraph),
    "</div></body></html>",
  ].join("");
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function encode(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
