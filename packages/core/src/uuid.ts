const pattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** @returns whether PostgreSQL will take the text as an id: what is none must not reach a statement that others share */
export function isUuid(text: string): boolean {
  return pattern.test(text);
}
